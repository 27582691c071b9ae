import { readFileSync } from 'node:fs';
import { weightedLength, x } from '@affiche/platforms/x';
import * as fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { compose } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const { vectors } = JSON.parse(
  readFileSync(new URL('../specs/counting-vectors.json', import.meta.url), 'utf8'),
) as { vectors: { id: string; text: string; x: { weightedLength: number } }[] };

const tricky = [
  't.co/abc https://t.co/abc https://t.co/abc?x=1&y! 日本語example.com example.com日本語',
  '日example.com日本.com/path a.b.c.d.e.com x.xn--p1ai xn--日.com xn--a.com _a.com a_b.com a_b.c.com',
  '-a.com a-.com a..com ｅxample.com a.みんな http://пример.рф/путь é.com éa.com münchen.de/a(b)c',
  'a.com/(a(b)c)d a.com/x.(b) a.com/( a.com? a.com?q= a.com/a?q=1! a.com:80/x. a.COM b@a.com a.com+',
  'a.comx a.com_ a.com–x "a.com" `a.com a。com 日本。com á.com ﬁ.com K.com',
  '👨‍👩‍👦 👩‍🚀 👩🏽‍🚀 🏳️‍🌈 🏴‍☠️ 👁‍🗨 ©️ © ™️ ☺️ ☝🏽 ☝️🏽 ✌️ 1⃣ 🇩🇪 🇩🇩 🇩🇪🇫 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🧑‍🤝‍🧑 🤷🏽‍♀️ 🕵️‍♀️ ⛹🏿‍♂️ 👯‍♀️ ❤️‍🔥 👨‍❤️‍💋‍👨 👨‍👨‍👧‍👦 👨‍👦‍👦 ♟️ \u200d \ufe0f \ufe0e',
]
  .join(' ')
  .split(' ');
const glue = [' ', '.', '/', '-', '_', ',', '(', ')', '日', 'é', 'x', '1', '@', '#', '$', '"', ':'];
const text = fc
  .array(fc.oneof(socialText, fc.constantFrom(...tricky), fc.constantFrom(...glue)), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

describe('the weighted length', { timeout: 60_000 }, () => {
  it.each(vectors)('agrees with the published vector $id', (vector) => {
    expect(weightedLength(vector.text)).toBe(vector.x.weightedLength);
  });

  it.each(tricky)('agrees with twitter-text on %s', (each) => {
    expect(weightedLength(each)).toBe(twitter.parseTweet(each).weightedLength);
  });

  it('agrees with twitter-text on 10,000 strings', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(weightedLength(each)).toBe(twitter.parseTweet(each).weightedLength);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  it('of every flag and every single character agrees with twitter-text', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index));
    const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second} `));
    const marks = ['', '\ufe0f', '\u{1f3fb}', '\u20e3', '\u200d♂\ufe0f'];
    const ranges: [number, number][] = [
      [0, 0x3400],
      [0xfe00, 0xffff],
      [0x1f000, 0x1fb00],
    ];
    const characters = ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from }, (_, index) => String.fromCodePoint(from + index)),
    );
    const rows = [
      ...pairs,
      ...marks.flatMap((mark) => characters.map((each) => `${each}${mark} `)),
    ];
    for (let start = 0; start < rows.length; start += 64) {
      const row = rows.slice(start, start + 64).join('');
      expect([row, weightedLength(row)]).toEqual([row, twitter.parseTweet(row).weightedLength]);
    }
  });

  it('decides whether a post is accepted', () => {
    const platform = x();
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (part, times) => {
        const whole = part.repeat(times);
        const { valid } = twitter.parseTweet(whole);
        const findings = platform
          .check(compose(platform, whole))
          .filter(({ rule }) => !/cashtags|empty|lone|mention/.test(rule));
        expect(findings.length === 0).toBe(valid || whole === '');
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it.each([
    ['e', '\u0301', ''],
    ['', 'a.', 'com'],
    ['', 'a.com', ''],
    ['', '-.com', ''],
    ['', '日', '.com'],
    ['', '日.com', ''],
    ['a.com/', '(', ''],
    ['a.com/', '(a!)', ''],
    ['', '\u200d', ''],
    ['', '👩‍', ''],
    ['', '#', 'a'],
    ['', '@', 'a'],
  ])('of "%s" and 20,000 times "%s" and "%s" is known in a blink', (start, unit, end) => {
    const started = performance.now();
    weightedLength(start + unit.repeat(20_000) + end);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
