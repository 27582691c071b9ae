import type { FailureKind, Media } from '@affiche/core';
import { tumblr } from '@affiche/platforms/tumblr';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { files, testIo } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = tumblr();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
  alt: 'Boots',
};
const { alt: _, ...silent } = image;
const film: Media = { ...silent, kind: 'video', mimeType: 'video/mp4', durationSeconds: 600 };

describe('a draft', () => {
  it.each([
    ['that fits', { items: [{ text: `${'👢'.repeat(4096)}\n\n${'x'.repeat(4096)}` }] }, {}, []],
    ['a code point too long', { items: [{ text: 'x'.repeat(4097) }] }, {}, ['text/paragraph']],
    [
      'of too many paragraphs',
      { items: [{ text: 'x\n\n'.repeat(1001) }] },
      {},
      ['text/paragraphs'],
    ],
    ['with half a character', { items: [{ text: 'a\ud83d' }] }, {}, ['text/lone-surrogate']],
    ['of nothing', { items: [{}] }, {}, ['text/missing']],
    [
      'of 31 pictures',
      { items: [{ media: Array.from({ length: 31 }, () => image) }] },
      {},
      ['media/images'],
    ],
    ['of two films', { items: [{ media: [film, film] }] }, {}, ['media/videos']],
    [
      'of a film a second too long',
      { items: [{ media: [{ ...film, durationSeconds: 601 }] }] },
      {},
      ['media/duration'],
    ],
    [
      'of a PNG behind the name of a JPEG',
      { items: [{ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }] },
      {},
      ['media/disguise'],
    ],
    [
      'for a time that nobody keeps',
      { items: [{ text: 'x' }] },
      { publishOn: '2027-01-05T08:00:00Z' },
      ['publish-on/ignored'],
    ],
    [
      'of two posts',
      { items: [{ text: 'x' }, { text: 'y', role: 'reply' as const }] },
      {},
      ['thread/not-offered'],
    ],
  ] satisfies [string, Sketch, object, string[]][])('%s', (_name, draft, options, expected) => {
    const found = platform.check(compose(platform, draft, { options }));
    expect(found.map(({ rule }) => rule.replace('tumblr/', ''))).toEqual(expected);
  });
});

it('compiles any text to the same bytes, all of it in blocks that fit', () => {
  fc.assert(
    fc.property(socialText, fc.boolean(), (text, illustrated) => {
      const items = [{ text, media: illustrated ? [image, film] : [] }];
      const composition = compose(platform, { items });
      const [step] = platform.compile(composition, seed);
      expect(JSON.stringify(platform.compile(composition, seed)[0])).toBe(JSON.stringify(step));
      const request = step?.request as { body: { content: { type: string; text?: string }[] } };
      const words = request.body.content.flatMap((block) => block.text ?? []);
      expect(words.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
      expect(step?.costs).toContainEqual({ bucket: 'posts', points: 1 });
    }),
    { numRuns: 50 },
  );
});

const no = (status: number, code?: number): Reply => ({
  status,
  body: { meta: { status, msg: 'No' }, ...(code && { errors: [{ title: 'why', code }] }) },
});

describe('a refusal', () => {
  it.each([
    ['401', no(401), 'auth-expired', true],
    ['429', no(429), 'rate-limited', true],
    ['a block', no(400, 8001), 'invalid', true],
    ['a file', no(400, 8005), 'invalid', true],
    ['a full day', no(403, 8023), 'quota', true],
    ['a blog that is not there', no(404), 'gone', true],
    ['an unknown number', no(400, 8999), 'invalid', false],
    ['a failed upload', no(500, 8006), 'transient', false],
    ['HTML', { status: 503, body: '<html>' }, 'transient', false],
    ['a closed connection', 'cut', 'unknown', false],
    ['a yes that nobody understands', { status: 201, body: {} }, 'unknown', false],
  ] satisfies [string, Reply, FailureKind, boolean][])(
    'as %s',
    async (_name, reply, kind, proves) => {
      await using server = await loopbackServer(() => reply);
      const composition = compose(platform, 'Boots', { host: server.host });
      const [step] = platform.compile(composition, seed);
      const io = testIo({ accessToken: 'token' });
      expect(await platform.run(composition.account, step!, { outputs: {} }, io)).toMatchObject({
        status: proves ? 'rejected' : 'ambiguous',
        failure: { kind },
      });
    },
  );
});

it('sends files beside the post, and learns both budgets from the answer', async () => {
  const headers = Object.fromEntries(
    ['perhour', 'perday'].flatMap((window) => [
      [`x-ratelimit-${window}-limit`, '1000'],
      [`x-ratelimit-${window}-remaining`, '7'],
      [`x-ratelimit-${window}-reset`, '60'],
    ]),
  );
  const body = { response: { id: '712345678901234567' } };
  await using server = await loopbackServer(() => ({ status: 201, headers, body }));
  const items = [{ text: 'Boots', media: [image] }];
  const composition = compose(platform, { items }, { host: server.host });
  const [step] = platform.compile(composition, seed);
  const io = testIo({ accessToken: 'token' });
  const result = await platform.run(composition.account, step!, { outputs: {} }, io);
  expect(result).toMatchObject({ output: { id: '712345678901234567' } });
  const sent = server.received[0]?.bytes.toString('latin1') ?? '';
  expect(sent.indexOf('name="json"')).toBeLessThan(sent.indexOf('name="file-0"'));
  expect(io.observations.map(({ windowSeconds, remaining }) => [windowSeconds, remaining])).toEqual(
    [
      [3600, 7],
      [86_400, 7],
    ],
  );
});
