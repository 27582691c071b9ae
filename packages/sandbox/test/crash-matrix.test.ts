import { Draft } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import {
  blueskySandbox,
  type Fault,
  type FaultEffect,
  mastodonDialects,
  mastodonSandbox,
  type MastodonSettings,
} from '@affiche/sandbox';
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
  id: 'thread',
  items: [
    { text: 'One, with a picture.', media: [image] },
    { text: 'Two, an answer to one.', role: 'reply' },
  ],
});
/** Both posts, once each, the second under the first, and the publisher knows both. */
const thread = {
  texts: draft.items.map(({ text }) => text),
  chained: true,
  known: true,
};
/** Neither post, as it should be when a picture is missing. */
const nothing = { texts: [], chained: true, known: false };

async function onBluesky(fault: Fault) {
  await using server = await blueskySandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery.test' });
  const account = { platform: 'bluesky', id, host: server.host };
  const session = await bluesky().authenticate(account, adapterIo(credentials));
  server.faults.add(fault);
  const stage = { account, io: adapterIo(session), timeoutSeconds: patience(fault) };
  const outputs = await publishPersistently(bluesky(), draft, stage);
  return summary(server.posts(id), outputs);
}

async function onMastodon(settings: Partial<MastodonSettings>, fault: Fault) {
  await using server = await mastodonSandbox({ settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'mastodon', id, host: server.host };
  server.faults.add(fault);
  const stage = { account, io: adapterIo(credentials), timeoutSeconds: patience(fault) };
  const outputs = await publishPersistently(mastodon(), draft, stage);
  return summary(server.posts(id), outputs);
}

/** Only an answer that never comes is not worth waiting for. */
function patience({ effect }: Fault): number {
  return effect === 'hang-after-commit' ? 0.5 : 10;
}

function summary(
  posts: ReturnType<Awaited<ReturnType<typeof blueskySandbox>>['posts']>,
  outputs: Awaited<ReturnType<typeof publishPersistently>>,
) {
  return {
    texts: posts.map(({ text }) => text),
    chained: posts[1]?.inReplyTo === posts[0]?.id,
    known: posts.length > 0 && posts.every(({ id }, index) => outputs[`post-${index}`]?.id === id),
  };
}

describe.each(atCommit)('%s', (effect) => {
  it('at any request to Bluesky ends with the thread, once', async () => {
    const put = 'POST com.atproto.repo.putRecord';
    const upload = 'POST com.atproto.repo.uploadBlob';
    const ends = await Promise.all([
      onBluesky({ on: upload, effect }),
      onBluesky({ on: put, effect }),
      onBluesky({ on: put, effect, after: 1 }),
    ]);
    expect(ends).toEqual([thread, thread, thread]);
  });

  it.each(Object.entries({ mastodon: {}, ...mastodonDialects }))(
    'at any request to %s ends with the thread, once',
    async (_name, settings) => {
      const post = 'POST /api/v1/statuses';
      const ends = await Promise.all([
        onMastodon(settings, { on: 'POST /api/v2/media', effect }),
        onMastodon(settings, { on: post, effect }),
        onMastodon(settings, { on: post, effect, after: 1 }),
      ]);
      expect(ends).toEqual([thread, thread, thread]);
    },
  );
});

describe('a picture', () => {
  it.each(['media-stuck', 'media-failed'] as const)(
    'that is %s is sent again, and then the thread goes out',
    async (effect) => {
      expect(await onMastodon({}, { on: 'POST /api/v2/media', effect })).toEqual(thread);
    },
  );

  it('that is lost after it was confirmed stops the thread before anybody sees a part of it', async () => {
    const effect = 'media-lost';
    expect(await onMastodon({}, { on: 'POST /api/v2/media', effect })).toEqual(nothing);
    expect(await onBluesky({ on: 'POST com.atproto.repo.uploadBlob', effect })).toEqual(nothing);
  });
});
