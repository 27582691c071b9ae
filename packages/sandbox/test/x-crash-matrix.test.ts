import { Draft, type MediaSource } from '@affiche/core';
import { x, type XPlatform } from '@affiche/platforms/x';
import { type Fault, type FaultEffect, xSandbox } from '@affiche/sandbox';
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
const picture = {
  source: { path: 'pixel.png' },
  kind: 'image',
  mimeType: 'image/png',
  bytes: pixel.byteLength,
  alt: 'A pixel.',
};
const filmBytes = Buffer.from('\0\0\0\x1cftypisom\0\0\0\0');
const film = {
  source: { path: 'film.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: filmBytes.byteLength,
  durationSeconds: 5,
  alt: 'A film.',
};
const draft = Draft.parse({
  id: 'thread',
  items: [
    { text: 'One, with a picture & https://example.com/a?b=1.', media: [picture] },
    { text: 'Two, an answer to one.', role: 'reply', media: [film] },
  ],
});
/** Both posts, once each, the second under the first, and the publisher knows both. */
const thread = { texts: draft.items.map(({ text }) => text), chained: true, known: true };

async function openMedia(source: MediaSource) {
  return 'path' in source && source.path === 'film.mp4' ? filmBytes : pixel;
}

const adapter = x({ settleSeconds: 0 });
/** A film takes several requests; whoever publishes goes on with it until it is done. */
const patient: XPlatform = {
  ...adapter,
  async run(account, step, progress, io) {
    let result = await adapter.run(account, step, progress, io);
    for (let round = 0; round < 5 && result.status === 'pending'; round += 1) {
      const { checkpoint } = result;
      result = await adapter.run(account, step, { ...progress, checkpoint }, io);
    }
    return result;
  },
};

async function publishUnder(fault: Fault) {
  await using server = await xSandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  server.faults.add(fault);
  const outputs = await publishPersistently(patient, draft, {
    account: { platform: 'x', id, host: server.host },
    io: { ...adapterIo(credentials), openMedia },
    // Only an answer that never comes is not worth waiting for.
    timeoutSeconds: fault.effect === 'hang-after-commit' ? 0.5 : 10,
  });
  const posts = server.posts(id);
  return {
    texts: posts.map(({ text }) => text),
    chained: posts[1]?.inReplyTo === posts[0]?.id,
    known:
      posts.length > 0 && posts.every((post, index) => outputs[`post-${index}`]?.id === post.id),
  };
}

describe.each(atCommit)('%s', (effect) => {
  it.each([
    'POST /2/media/upload',
    'POST /2/media/metadata',
    'POST /2/media/upload/initialize',
    'POST /2/media/upload/:id/append',
    'POST /2/media/upload/:id/finalize',
  ])('at %s ends with the thread, once', async (on) => {
    expect(await publishUnder({ on, effect })).toEqual(thread);
  });

  it('at the first or the second post ends with the thread, once', async () => {
    const on = 'POST /2/tweets';
    const ends = await Promise.all([
      publishUnder({ on, effect }),
      publishUnder({ on, effect, after: 1 }),
    ]);
    expect(ends).toEqual([thread, thread]);
  });
});

describe('a film', () => {
  it.each(['media-stuck', 'media-failed'] as const)(
    'that is %s is sent again, and then the thread goes out',
    async (effect) => {
      const on = 'POST /2/media/upload/:id/finalize';
      expect(await publishUnder({ on, effect })).toEqual(thread);
    },
  );
});
