import { type Account, Draft, instant, type PlatformIo } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { pixel } from './personal-data-server/blobs.ts';

/** A personal data server, real or not. */
export interface ServerAddress {
  readonly url: string;
}

const collection = 'app.bsky.feed.post';
const platform = bluesky();

/** What the adapter must achieve on any personal data server. */
export function testBlueskyPublishing(name: string, start: () => Promise<ServerAddress>): void {
  describe(`the Bluesky adapter on ${name}`, () => {
    it('publishes a thread with a link, a mention and a picture, and takes it back', async () => {
      const { url } = await start();
      const { account, io, handle } = await logIn(url);
      const draft = thread(handle);
      const facts = await platform.facts(account, io);
      const composition = { account, draft, options: platform.options.parse({}), facts };
      expect(platform.check(composition)).toEqual([]);
      const steps = platform.compile(composition, { key: handle, at: instant(io.clock.now()) });
      const { outputs } = await runSteps(platform, account, steps, io);

      const posts = await listPosts(url, account.id);
      expect(posts.map(({ text }) => text)).toEqual(['And a picture.', draft.items[0]?.text]);
      const [picture, opening] = posts;
      expect(picture?.reply?.parent.uri).toBe(outputs['post-0']?.id);
      expect(picture?.embed?.images[0]?.alt).toBe('A pixel.');
      expect(opening?.facets?.map(({ features }) => features[0]?.$type)).toEqual([
        'app.bsky.richtext.facet#link',
        'app.bsky.richtext.facet#mention',
        'app.bsky.richtext.facet#tag',
      ]);
      expect(opening?.facets?.[1]?.features[0]?.did).toBe(account.id);

      for (const step of steps.toReversed()) {
        const output = outputs[step.id];
        if (step.visibility === 'public' && output) {
          await platform.undo(account, step, output, io);
          await platform.undo(account, step, output, io);
        }
      }
      expect(await listPosts(url, account.id)).toEqual([]);
    });

    it('runs a step twice with one effect, and finds it by looking', async () => {
      const { url } = await start();
      const { account, io, handle } = await logIn(url);
      const draft = Draft.parse({ id: 'once', items: [{ text: 'Only once.' }] });
      const composition = { account, draft, options: platform.options.parse({}), facts: {} };
      const armedAt = instant(io.clock.now());
      const steps = platform.compile(composition, { key: handle, at: armedAt });
      const [step] = steps;
      if (!step) throw new Error('nothing to run');

      const look = () => platform.reconcile(account, step, { outputs: {} }, armedAt, io);
      expect(await look()).toMatchObject({ status: 'absent' });
      const first = await runSteps(platform, account, steps, io);
      const second = await runSteps(platform, account, steps, io);
      expect(second.outputs).toEqual(first.outputs);
      expect(await look()).toMatchObject({ status: 'applied', output: first.outputs[step.id] });
      expect(await listPosts(url, account.id)).toHaveLength(1);
    });

    it('keeps what it finds under its key, and says that it is another', async () => {
      const { url } = await start();
      const { account, io, handle } = await logIn(url);
      const armedAt = instant(io.clock.now());
      const seed = { key: handle, at: armedAt };
      const compile = (text: string) => {
        const draft = Draft.parse({ id: 'changed', items: [{ text }] });
        const options = platform.options.parse({});
        return platform.compile({ account, draft, options, facts: {} }, seed);
      };
      await runSteps(platform, account, compile('What was approved.'), io);
      const [changed] = compile('What was not.');
      if (!changed) throw new Error('nothing to run');

      const result = await platform.run(account, changed, { outputs: {} }, io);
      expect(result).toMatchObject({ failure: { code: 'InvalidSwap' } });
      expect(
        await platform.reconcile(account, changed, { outputs: {} }, armedAt, io),
      ).toMatchObject({
        status: 'inconclusive',
      });
      const [post] = await listPosts(url, account.id);
      expect(post?.text).toBe('What was approved.');
    });

    it('renews its session, and says what a wrong password is', async () => {
      const { url } = await start();
      const { account, io } = await logIn(url);
      const renewed = await platform.authenticate(account, io);
      expect(renewed['accessJwt']).not.toBe('');
      expect(renewed['did']).toBe(account.id);
      const credentials = { identifier: io.credentials['identifier'] ?? '', password: 'wrong' };
      await expect(platform.authenticate(account, adapterIo(credentials))).rejects.toMatchObject({
        code: 'platform-call-failed',
        details: { failure: { kind: expect.stringMatching(/auth-expired|permission/) } },
      });
    });
  });
}

function thread(handle: string): Draft {
  const image = {
    source: { path: 'pixel.png' },
    kind: 'image',
    mimeType: 'image/png',
    bytes: pixel.byteLength,
    width: 1,
    height: 1,
    alt: 'A pixel.',
  };
  return Draft.parse({
    id: 'thread',
    language: 'fr',
    items: [
      { text: `La galette : https://example.com chez @${handle} #épiphanie` },
      { text: 'And a picture.', role: 'reply', media: [image] },
    ],
  });
}

/** Makes an account and opens it. */
export async function logIn(
  url: string,
): Promise<{ account: Account; io: PlatformIo; handle: string }> {
  const handle = `baker-${Math.floor(Math.random() * 1e9).toString(36)}.test`;
  const password = 'an-app-password';
  const response = await fetch(`${url}/xrpc/com.atproto.server.createAccount`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handle, email: `${handle}@example.com`, password }),
  });
  const { did } = (await response.json()) as { did: string };
  const account = { platform: 'bluesky', id: did, host: new URL(url).host, handle };
  const credentials = await platform.authenticate(
    account,
    adapterIo({ identifier: handle, password }),
  );
  return { account, io: adapterIo(credentials), handle };
}

interface Post {
  readonly text: string;
  readonly reply?: { readonly parent: { readonly uri: string } };
  readonly embed?: { readonly images: readonly { readonly alt: string }[] };
  readonly facets?: readonly {
    readonly features: readonly { readonly $type: string; readonly did?: string }[];
  }[];
}

/** The posts of a repository, newest first. */
export async function listPosts(url: string, repo: string): Promise<Post[]> {
  const query = new URLSearchParams({ repo, collection });
  const response = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query.toString()}`);
  const { records } = (await response.json()) as { records: readonly { readonly value: Post }[] };
  return records
    .map(({ value }) => value)
    .toSorted((a, b) => Number(Boolean(b.reply)) - Number(Boolean(a.reply)));
}
