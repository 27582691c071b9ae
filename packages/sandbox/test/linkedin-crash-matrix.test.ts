import { Draft, instant } from '@affiche/core';
import { linkedin } from '@affiche/platforms/linkedin';
import { type Fault, type FaultEffect, linkedinSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';
import { publishPersistently } from './persistent-publisher.ts';
import { pixel } from './personal-data-server/blobs.ts';

const atCommit: readonly FaultEffect[] = [
  'cut-before-commit',
  'cut-after-commit',
  'cut-mid-answer',
  'error-before-commit',
  'error-after-commit',
  'reject-after-commit',
  'hang-after-commit',
  'rate-limit',
  'expire-token',
];
const image = {
  source: { path: 'pixel.png' },
  kind: 'image',
  mimeType: 'image/png',
  bytes: pixel.byteLength,
  alt: 'A pixel.',
};
const draft = Draft.parse({
  id: 'galette',
  items: [
    { text: 'The galette (with almonds) is back. #galette', media: [image] },
    { text: 'Until Sunday.', role: 'first-comment' },
  ],
});

async function publish(fault: Fault) {
  await using server = await linkedinSandbox();
  const { id, credentials } = server.createAccount({ handle: 'company/bakery' });
  server.faults.add(fault);
  const timeoutSeconds = fault.effect === 'hang-after-commit' ? 0.5 : 10;
  const account = { platform: 'linkedin', id, host: server.host };
  const stage = { account, io: adapterIo(credentials), timeoutSeconds };
  const outputs = await publishPersistently(linkedin(), draft, stage);
  const posts = server.posts(id);
  return {
    struck: server.faults.struck.length,
    texts: posts.map(({ text }) => text),
    chained: posts[1]?.inReplyTo === posts[0]?.id,
    known: posts.map((post) => post.id),
    outputs: [outputs['post-0']?.id, outputs['comment-1']?.id],
  };
}

describe.each(atCommit)('%s', (effect) => {
  it.each([
    'POST /rest/images',
    'PUT /dms-uploads/:id/:part',
    'POST /rest/posts',
    'POST /rest/socialActions/:id/comments',
  ])('at %s ends with the post and its comment, once', async (on) => {
    const { known, outputs, ...end } = await publish({ on, effect });
    expect(end).toEqual({ struck: 1, texts: draft.items.map(({ text }) => text), chained: true });
    expect(outputs).toEqual(known);
  });

  it('at a member’s post shows it once at most, and asks a person where nobody can tell', async () => {
    await using server = await linkedinSandbox();
    const { id, credentials } = server.createAccount({ handle: 'in/camille' });
    const platform = linkedin();
    const account = { platform: 'linkedin', id, host: server.host };
    const io = adapterIo(credentials);
    const composition = {
      account,
      draft: Draft.parse({ id: 'note', items: [{ text: 'Hello.' }] }),
      options: platform.options.parse({}),
      facts: platform.defaultFacts,
    };
    const armedAt = instant(io.clock.now());
    const [step] = platform.compile(composition, { key: 'note', at: armedAt });
    server.faults.add({ on: 'POST /rest/posts', effect });
    const timed = { ...step!, timeoutSeconds: effect === 'hang-after-commit' ? 0.5 : 10 };
    const result = await platform.run(account, timed, { outputs: {} }, io);
    const shown = server.posts(id).length;
    const found = await platform.reconcile(account, timed, { outputs: {} }, armedAt, io);
    expect(found.status).toBe('inconclusive');
    const promised = { done: [1], rejected: [0], ambiguous: [0, 1], pending: [] };
    expect(promised[result.status]).toContain(shown);
    // Even somebody who tries again regardless posts nothing twice: the network refuses the same words.
    await platform.run(account, timed, { outputs: {} }, io);
    expect(server.posts(id)).toHaveLength(1);
  });
});
