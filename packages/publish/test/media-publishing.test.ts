import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatedClock } from '@affiche/core';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { fitImage, keepMedia, openMedia } from '@affiche/publish/media';
import { mastodonSandbox } from '@affiche/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publication, start } from './bench.ts';
import { image } from './media-samples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publishing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Publishes one post with one fitted picture, and tells what became of it. */
async function publishPicture(rejected: readonly string[] = []) {
  const clock = simulatedClock({ start, automatic: true });
  await using server = await mastodonSandbox({ clock, seed: 'media' });
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'mastodon', id, host: server.host };
  const fitted = await fitImage(await image('tiff'), { type: 'image/jpeg', maxWidth: 20 });
  const { media, hash } = await keepMedia(fitted.bytes, { folder });
  const uploads: string[] = [];
  await using publisher = createPublisher({
    platforms: [mastodon()],
    outbox: sqliteOutbox(':memory:'),
    vault: memoryVault({ [`mastodon:${id}@${server.host}`]: credentials }),
    clock,
    openMedia: openMedia({
      folders: [folder],
      isRejected: (each) => rejected.includes(each),
    }),
    fetch: (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.endsWith('/api/v2/media')) uploads.push(url);
      return fetch(input, init);
    },
  });
  const { draft, ...rest } = publication('galette', { account });
  const items = draft.items.map((item) => ({ ...item, media: [{ ...media, alt: 'A galette.' }] }));
  const plan = await publisher.plan([{ ...rest, draft: { ...draft, items } }]);
  await publisher.apply(plan, { approvedBy: 'client' });
  await publisher.run();
  const [post] = server.posts(id);
  const shown: unknown =
    post && (await fetch(`${server.url}/api/v1/statuses/${post.id}`).then((each) => each.json()));
  const { counts } = await publisher.status();
  return { hash, shown, uploads, counts, story: await publisher.explain('galette') };
}

it('publishes a picture that was made to fit, out of the folder where it is kept', async () => {
  const { shown, uploads } = await publishPicture();
  expect(shown).toMatchObject({
    media_attachments: [{ type: 'image', description: 'A galette.' }],
  });
  expect(uploads).toHaveLength(1);
});

it('never sends bytes again that a network refused', async () => {
  const { hash } = await publishPicture();
  const { shown, uploads, counts, story } = await publishPicture([hash]);
  expect(uploads).toEqual([]);
  expect(shown).toBeUndefined();
  expect(counts).toMatchObject({ failed: 1 });
  expect(story).toContain(`${hash} was refused before, and is not sent again`);
});
