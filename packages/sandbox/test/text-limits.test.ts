import { readFileSync } from 'node:fs';
import { simulatedClock } from '@affiche/core';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { AppBskyFeedPost } from '@atproto/api';
import { array, assert, asyncProperty, constantFrom, integer, record, string } from 'fast-check';
import { expect, it } from 'vitest';

interface Vector {
  readonly id: string;
  readonly text: string;
  readonly mastodon?: { readonly length: number };
}

const file = new URL('../../platforms/test/specs/counting-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: Vector[] };

it('Mastodon takes each vector at its length and not at one less', async () => {
  await using server = await mastodonSandbox({ settings: { rateLimits: false } });
  const { credentials } = server.createAccount({ handle: 'bakery' });
  const post = async (status: string, maxCharacters: number) => {
    server.settings.maxCharacters = maxCharacters;
    const response = await fetch(`${server.url}/api/v1/statuses`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${credentials['accessToken']}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ status }),
    });
    return response.status;
  };
  const counted = vectors.filter(({ mastodon }) => mastodon && mastodon.length > 0);
  expect(counted.length).toBeGreaterThan(20);
  for (const { id, text, mastodon: { length } = { length: 0 } } of counted) {
    expect([id, await post(text, length)]).toEqual([id, 200]);
    expect([id, await post(text, length - 1)]).toEqual([id, 422]);
  }
});

it(
  "Bluesky takes a post when Bluesky's own library says that it is one",
  { timeout: 30_000 },
  async () => {
    const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
    await using server = await blueskySandbox({ clock, settings: { rateLimits: false } });
    const { id: repo, handle, password } = server.createAccount({ handle: 'bakery.test' });
    const call = (nsid: string, json: object, token = '') =>
      fetch(`${server.url}/xrpc/${nsid}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(json),
      });
    const login = await call('com.atproto.server.createSession', { identifier: handle, password });
    const { accessJwt } = (await login.json()) as { accessJwt: string };
    const pieces = constantFrom('a', 'é', '👩‍👩‍👧‍👦', '👍🏽', '新', '\u0301', ' ', '\n', '🇫🇷');
    const repeated = record({ piece: pieces, times: integer({ min: 0, max: 310 }) });
    const texts = array(repeated, { maxLength: 3 });
    const uri = constantFrom('https://example.com', 'no uri', 'at://x', 'a:b', '://');
    const tag = string({ unit: 'grapheme', maxLength: 70 });
    const offset = integer({ min: -1, max: 9 });
    const langs = array(constantFrom('fr', 'pt-BR', 'x', '123', 'en'), { maxLength: 4 });
    let valid = 0;
    await assert(
      asyncProperty(
        texts,
        uri,
        tag,
        offset,
        langs,
        async (parts, link, name, byteStart, languages) => {
          const post = {
            $type: 'app.bsky.feed.post',
            text: parts.map(({ piece, times }) => piece.repeat(times)).join(''),
            createdAt: '2027-01-04T11:00:00Z',
            langs: languages,
            tags: [name],
            facets: [
              {
                index: { byteStart, byteEnd: 9 },
                features: [{ $type: 'app.bsky.richtext.facet#link', uri: link }],
              },
            ],
          };
          const { success } = AppBskyFeedPost.validateRecord(post);
          if (success) valid += 1;
          const body = { repo, collection: 'app.bsky.feed.post', record: post };
          const answer = await call('com.atproto.repo.createRecord', body, accessJwt);
          expect(answer.status).toBe(success ? 200 : 400);
        },
      ),
      { numRuns: 200 },
    );
    expect(valid).toBeGreaterThan(20);
  },
);
