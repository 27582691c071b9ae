import type { Media } from '@affiche/core';
import { countDiscord, discord } from '@affiche/platforms/discord';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';
import { socialText } from '../text-arbitrary.ts';
import { requestProblem } from './openapi.ts';

const platform = discord();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};
const poll = { options: ['a', 'b'], durationSeconds: 3600 };
const items = (item: object): Sketch => ({ items: [item] });
const rules = (draft: Sketch, options: object = {}) =>
  platform
    .check(compose(platform, draft, { options }))
    .map(({ rule, severity }) => `${severity} ${rule.replace('discord/', '')}`);
const text = items({ text: 'Boots' });

describe('bad input', { timeout: 20_000 }, () => {
  it.each([
    ['a text that just fits', items({ text: '👢'.repeat(2000) }), []],
    ['a character too many', items({ text: '👢'.repeat(2001) }), ['error text/length']],
    ['a question too long', items({ text: 'x'.repeat(301), poll }), ['error text/length']],
    ['half a character', items({ text: 'a\ud83d' }), ['error text/lone-surrogate']],
    ['1 MB of combining marks', items({ text: 'e\u0301'.repeat(350_000) }), ['error text/length']],
    ['a text from right to left', items({ text: 'מגפיים 👢 أحذية' }), []],
    ['an address without a scheme', items({ text: 'example.com/boots' }), []],
    ['nothing', items({ text: ' \n' }), ['error text/empty']],
    [
      'a choice too long',
      items({ text: '?', poll: { ...poll, options: ['a', 'b'.repeat(56)] } }),
      ['error poll/option-length'],
    ],
    [
      'a poll of half an hour',
      items({ text: '?', poll: { ...poll, durationSeconds: 1800 } }),
      ['error poll/too-short'],
    ],
    ['11 files', items({ media: Array.from({ length: 11 }, () => image) }), ['error media/count']],
    ['a heavy file', items({ media: [{ ...image, bytes: 10_485_761 }] }), ['error media/bytes']],
    [
      'files that are heavy together',
      items({ media: [1, 2, 3].map(() => ({ ...image, bytes: 10_000_000 })) }),
      ['error media/total'],
    ],
    [
      'an image without words',
      items({ media: [{ ...image, alt: undefined }] }),
      ['error media/alt-missing'],
    ],
    [
      'an image of the wrong type behind the right name',
      items({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error media/disguise'],
    ],
    [
      'an answer of a webhook',
      { items: [{ text: 'x' }], replyTo: { id: '1/2' } },
      ['error reply/not-offered'],
    ],
    [
      'a warning without files',
      { items: [{ text: 'x' }], contentWarning: 'Feet' },
      ['warning content-warning/not-shown'],
    ],
  ] as [string, Sketch, string[]][])('%s gets its finding', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  const field = { name: 'n', value: 'v' };
  it.each([
    ['a title of an embed', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds/title'],
    ['a description', { embeds: [{ description: 'x'.repeat(4097) }] }, 'embeds/description'],
    [
      '26 fields',
      { embeds: [{ fields: Array.from({ length: 26 }, () => field) }] },
      'embeds/fields',
    ],
    ['a value', { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }] }, 'embeds/value'],
    ['an empty field', { embeds: [{ fields: [{ name: '', value: 'x' }] }] }, 'embeds/field'],
    ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 'embeds/count'],
    [
      '6,001 characters',
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1905) }] },
      'embeds/total',
    ],
    ['an embed of no item', { embeds: [{ title: 'x', item: 1 }] }, 'embeds/item'],
    [
      'an address that is none',
      { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'embeds/address',
    ],
    ['a reserved name', { username: 'Clyde' }, 'username/reserved'],
    ['a long name', { username: 'x'.repeat(81) }, 'username/length'],
    ['a picture that is none', { avatarUrl: 'x' }, 'username/avatar'],
    ['two threads', { thread: '1', threadName: 'x' }, 'thread/both'],
    ['tags of nothing', { tags: ['1'] }, 'thread/no-title'],
  ])('%s in the options gets its finding', (_name, options, expected) => {
    expect(rules(text, options)).toEqual([`error ${expected}`]);
  });

  it('asks of a bot only what a bot can do', () => {
    const bot = discord({ as: 'bot' });
    const draft = { ...text, replyTo: { id: 'at://x' } };
    const found = bot.check(compose(bot, draft, { options: { username: 'Acme' } }));
    expect(found.map(({ rule }) => rule)).toEqual([
      'discord/webhook/only',
      'discord/reply/unknown-message',
    ]);
  });
});

const embed = fc.record({
  item: fc.constant(0),
  description: fc.string({ minLength: 1990, maxLength: 2010 }),
});
const url = 'https://discord.com/api/v10/webhooks/1/token';

describe('any message', () => {
  it('compiles to the same bytes, and to what Discord describes whenever it passes', () => {
    fc.assert(
      fc.property(socialText, fc.array(embed, { maxLength: 3 }), (words, embeds) => {
        const composition = compose(platform, words, { options: { embeds } });
        const steps = platform.compile(composition, seed);
        expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
        const { body } = steps[0]!.request as { body: object };
        expect(requestProblem('POST', url, body)).toBeUndefined();
        const total = embeds.reduce((sum, each) => sum + countDiscord(each.description), 0);
        const rules = platform.check(composition).map(({ rule }) => rule);
        expect(rules.includes('discord/embeds/total')).toBe(total > 6000);
      }),
      { numRuns: 50 },
    );
  });

  it('shows all of its text, and is too long exactly when the count says so', () => {
    fc.assert(
      fc.property(socialText, fc.integer({ min: 1980, max: 2000 }), (end, length) => {
        const words = ('x'.repeat(length) + end).trim();
        const composition = compose(platform, words);
        const [shown] = platform.preview(composition).items;
        expect(shown?.segments.map((segment) => segment.text).join('')).toBe(words);
        const tooLong = platform
          .check(composition)
          .some(({ rule }) => rule === 'discord/text/length');
        expect(tooLong).toBe(Array.from(words).length > 2000);
      }),
      { numRuns: 50 },
    );
  });
});
