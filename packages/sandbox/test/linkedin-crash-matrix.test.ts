import { Draft, instant } from '@affiche/core';
import { linkedin } from '@affiche/platforms/linkedin';
import { type Fault, linkedinSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';
import { atCommit, once, patience, picture, publishUnder } from './crash-matrix.ts';

const draft = Draft.parse({
  id: 'galette',
  items: [
    { text: 'The galette (with almonds) is back. #galette', media: [picture] },
    { text: 'Until Sunday.', role: 'first-comment' },
  ],
});

const publish = (fault: Fault) =>
  publishUnder(fault, {
    platform: linkedin(),
    start: linkedinSandbox,
    handle: 'company/bakery',
    draft,
  });

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    'POST /rest/images',
    'PUT /dms-uploads/:id/:part',
    'POST /rest/posts',
    'POST /rest/socialActions/:id/comments',
  ])('at %s ends with the post and its comment, once', async (on) => {
    expect(await publish({ on, effect })).toEqual(once(draft));
  });

  it.concurrent('at a member’s post shows it once at most, and asks a person where nobody can tell', async () => {
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
    const timed = { ...step!, timeoutSeconds: patience({ on: '*', effect }) };
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
