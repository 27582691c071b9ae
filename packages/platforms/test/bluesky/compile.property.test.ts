import { readFileSync } from 'node:fs';
import { canonicalJson, Step } from '@affiche/core';
import { bluesky, writeTid } from '@affiche/platforms/bluesky';
import { isValidAtUri, isValidTid } from '@atproto/syntax';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = bluesky();
const vectors = (name: string) =>
  readFileSync(new URL(`../specs/atproto-interop/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
const moments = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const keyOf = (key: string, at: string, item = 0): string => {
  const draft = { items: Array.from({ length: item + 1 }, () => ({ text: 'x' })) };
  const steps = platform.compile(compose(platform, draft), { key, at });
  return (steps.at(-1)!.request as { rkey: string }).rkey;
};

describe('compiling', { timeout: 60_000 }, () => {
  it('gives the same bytes whenever it is repeated, and steps that can be stored', () => {
    fc.assert(
      fc.property(
        fc.array(socialText, { minLength: 1, maxLength: 4 }),
        fc.string(),
        moments,
        (texts, key, at) => {
          const composition = compose(platform, { items: texts.map((text) => ({ text })) });
          const steps = platform.compile(composition, { key, at });
          const again = bluesky().compile(structuredClone(composition), { key, at });
          expect(canonicalJson(again)).toBe(canonicalJson(steps));
          expect(Step.array().parse(JSON.parse(JSON.stringify(steps.map(wellFormed))))).toEqual(
            steps.map(wellFormed),
          );
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  it('lets every step need only steps before it', () => {
    fc.assert(
      fc.property(fc.array(socialText, { minLength: 1, maxLength: 4 }), (texts) => {
        const composition = compose(platform, { items: texts.map((text) => ({ text })) });
        const steps = platform.compile(composition, { key: 'k', at: '2027-01-04T08:00:00Z' });
        const known = new Set<string>();
        for (const { id, needs } of steps) {
          expect(needs.every((need) => known.has(need))).toBe(true);
          expect(known.has(id)).toBe(false);
          known.add(id);
        }
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

describe('record keys', { timeout: 60_000 }, () => {
  it('are what the network calls a TID, one for each post', () => {
    fc.assert(
      fc.property(fc.string(), moments, (key, at) => {
        const keys = [keyOf(key, at), keyOf(key, at, 1), keyOf(key, at, 2)];
        expect(keys.every((each) => isValidTid(each))).toBe(true);
        expect(keys.toSorted()).toEqual(keys);
        expect(new Set(keys).size).toBe(3);
        expect(isValidAtUri(`at://did:plc:abc/app.bsky.feed.post/${keys[0]}`)).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('differ for publications of the very same moment', () => {
    const keys = Array.from({ length: 2000 }, (_, index) =>
      keyOf(`p${index}`, '2027-01-04T08:00:00Z'),
    );
    expect(new Set(keys).size).toBe(2000);
  });

  it('reach from the first moment to the last', () => {
    expect(writeTid(0, 0)).toBe('2222222222222');
    expect(isValidTid(writeTid(Number.MAX_SAFE_INTEGER, 1023))).toBe(true);
  });

  it.each(vectors('tid_syntax_valid'))('are read as the vector %s was', (tid) => {
    expect(isValidTid(tid)).toBe(true);
    const value = tid
      .split('')
      .reduce(
        (sum, letter) => sum * 32n + BigInt('234567abcdefghijklmnopqrstuvwxyz'.indexOf(letter)),
        0n,
      );
    expect(writeTid(Number(value >> 10n), Number(value & 1023n))).toBe(tid);
  });

  it.each(vectors('tid_syntax_invalid'))('are never like %s', (tid) => {
    expect(isValidTid(tid)).toBe(false);
  });
});

/** JSON itself cannot hold half a character. */
function wellFormed<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).toWellFormed()) as Value;
}
