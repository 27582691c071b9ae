import type { FailureKind, Media } from '@affiche/core';
import {
  googleBusinessProfile,
  type GoogleBusinessProfileSettings,
} from '@affiche/platforms/google-business-profile';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = googleBusinessProfile();
const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 20_000,
};
const text = 'New boots are in';
const link = { url: 'https://example.com/p/1' };
const start = { date: '2027-01-04', time: '18:00' };

function rules(draft: Sketch, options: object = {}, settings: GoogleBusinessProfileSettings = {}) {
  return googleBusinessProfile(settings)
    .check(compose(platform, draft, { options }))
    .map(({ rule, severity }) => `${severity} ${rule.replace('google-business-profile/', '')}`);
}
const one = (item: object): Sketch => ({ items: [{ text, ...item }] });

describe('a draft', () => {
  it.each([
    ['that fits', one({ text: '👢'.repeat(1500), media: [image], link }), {}, []],
    ['a character too long', one({ text: 'x'.repeat(1501) }), {}, ['error text/length']],
    ['of nothing', one({ text: '' }), {}, ['error text/missing']],
    ['with two pictures', one({ media: [image, image] }), {}, ['error media/count']],
    [
      'with a small picture',
      one({ media: [{ ...image, bytes: 9999, width: 399, height: 300 }] }),
      {},
      ['error media/too-small', 'error media/too-small'],
    ],
    [
      'with a picture that is nowhere',
      one({ media: [{ ...image, source: { path: 'x.jpg' } }] }),
      {},
      ['error media/address'],
    ],
    [
      'with a film',
      one({ media: [{ ...image, kind: 'video', mimeType: 'video/mp4' }] }),
      {},
      ['error media/type'],
    ],
    ['with a button to nowhere', one({}), { action: 'BOOK' }, ['error action/no-link']],
    ['with a call and a link', one({ link }), { action: 'CALL' }, ['error action/link']],
    ['of an offer with a link', one({ link }), { offer: {} }, ['error action/offer-link']],
    ['of an offer with its link', one({ link }), { offer: { redeemUrl: link.url } }, []],
    [
      'of an event with a long title, backwards',
      one({}),
      { event: { title: 'x'.repeat(59), start, end: { date: '2027-01-03' } } },
      ['error event/title', 'error event/backwards'],
    ],
    [
      'that answers a review at length',
      { items: [{ text: 'x'.repeat(4097) }], replyTo: { id: 'r' } },
      {},
      ['error text/length'],
    ],
  ] satisfies [string, Sketch, object, string[]][])('%s', (_name, draft, options, expected) => {
    expect(rules(draft, options)).toEqual(expected);
  });

  it.each([
    ['Call +43 1 234 56 78 now', true],
    ['Call (01) 234 56 78', true],
    ['0664/123 45 67', true],
    ['555-123-4567', true],
    ['Open from 08:00 to 18:30 on 2027-01-04', false],
    ['1,234,567 boots since 1998', false],
    ['Only 19.99 until 31.12.2027', false],
    ['See https://example.com/p/+43123456789', false],
  ])('%j has a telephone number: %s', (words, isPhone) => {
    expect(rules(one({ text: words }))).toEqual(isPhone ? ['error text/phone'] : []);
    const lenient = rules(one({ text: words }), {}, { phoneNumbers: 'warning' });
    expect(lenient).toEqual(isPhone ? ['warning text/phone'] : []);
  });
});

it('compiles anything to the same bytes, as what Google calls it', () => {
  const kinds = fc.constantFrom(
    ['STANDARD', {}],
    ['EVENT', { event: { title: 'Sale', start, end: start } }],
    ['OFFER', { offer: { couponCode: 'BOOTS' } }],
  );
  fc.assert(
    fc.property(socialText, kinds, fc.boolean(), (words, [topicType, options], linked) => {
      const items = [{ text: words, media: [image], ...(linked && { link }) }];
      const composition = compose(platform, { items }, { options });
      const [step, ...more] = platform.compile(composition, seed);
      expect(JSON.stringify(platform.compile(composition, seed)[0])).toBe(JSON.stringify(step));
      expect(more).toEqual([]);
      expect(step?.request).toMatchObject({
        body: { summary: words, topicType, media: [{ mediaFormat: 'PHOTO' }] },
      });
    }),
    { numRuns: 50 },
  );
});

const no = (code: number, status: string): Reply => ({
  status: code,
  body: { error: { code, message: 'No', status } },
});

describe('a refusal', () => {
  it.each([
    ['the token', no(401, 'UNAUTHENTICATED'), 'auth-expired', true],
    ['the project', no(403, 'PERMISSION_DENIED'), 'permission', true],
    ['the quota', no(429, 'RESOURCE_EXHAUSTED'), 'rate-limited', true],
    ['a field', no(400, 'INVALID_ARGUMENT'), 'invalid', true],
    ['a place that is gone', no(404, 'NOT_FOUND'), 'gone', true],
    ['something that is there', no(409, 'ALREADY_EXISTS'), 'duplicate', false],
    ['a server in trouble', no(500, 'INTERNAL'), 'transient', false],
    ['an unknown status', no(400, 'NEW'), 'invalid', false],
    ['what was taken and rejected', { body: { name: 'x', state: 'REJECTED' } }, 'blocked', true],
    ['a closed connection', 'cut', 'unknown', false],
    ['a yes that nobody understands', { body: {} }, 'unknown', false],
  ] satisfies [string, Reply, FailureKind, boolean][])(
    'as %s',
    async (_name, reply, kind, proves) => {
      await using server = await loopbackServer(() => reply);
      const composition = compose(platform, text, { host: server.host });
      const [step] = platform.compile(composition, seed);
      const io = testIo({ accessToken: 'token' });
      expect(await platform.run(composition.account, step!, { outputs: {} }, io)).toMatchObject({
        status: proves ? 'rejected' : 'ambiguous',
        failure: { kind },
      });
    },
  );
});
