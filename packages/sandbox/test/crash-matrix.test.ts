import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import {
  blueskySandbox,
  type Fault,
  mastodonDialects,
  mastodonSandbox,
  type MastodonSettings,
} from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, once, pictureThread as draft, publishUnder } from './crash-matrix.ts';

const thread = once(draft);
/** Neither post, as it should be when a picture is missing. */
const nothing = { texts: [], known: false };

async function onBluesky(fault: Fault) {
  const platform = bluesky();
  return publishUnder(fault, {
    platform,
    start: blueskySandbox,
    handle: 'bakery.test',
    draft,
    signIn: (account, io) => platform.authenticate(account, io),
  });
}

async function onMastodon(settings: Partial<MastodonSettings>, fault: Fault) {
  const start = () => mastodonSandbox({ settings });
  return publishUnder(fault, { platform: mastodon(), start, handle: 'bakery', draft });
}

describe.concurrent.each(atCommit)('%s', (effect) => {
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
    expect(await onMastodon({}, { on: 'POST /api/v2/media', effect })).toMatchObject(nothing);
    const on = 'POST com.atproto.repo.uploadBlob';
    expect(await onBluesky({ on, effect })).toMatchObject(nothing);
  });
});
