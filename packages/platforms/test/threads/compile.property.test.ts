import type { Media } from '@affiche/core';
import { threads, threadsLength } from '@affiche/platforms/threads';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = threads();
const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};
const item = fc.record({
  text: socialText,
  media: fc.array(fc.constant(image), { maxLength: 4 }),
});
const thread = fc.array(item, { minLength: 1, maxLength: 4 }).map(([first, ...rest]) => ({
  items: [first!, ...rest.map((each) => ({ ...each, role: 'reply' as const }))],
}));

describe('any thread', () => {
  it('compiles to the same bytes, to steps that need only earlier ones', () => {
    fc.assert(
      fc.property(thread, (draft) => {
        const composition = compose(platform, draft);
        const steps = platform.compile(composition, seed);
        expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
        for (const [index, { needs }] of steps.entries()) {
          const earlier = steps.slice(0, index).map(({ id }) => id);
          expect(earlier).toEqual(expect.arrayContaining(needs));
        }
        expect(steps.filter(({ visibility }) => visibility === 'public')).toHaveLength(
          draft.items.length,
        );
      }),
    );
  });

  it('shows all of its text, and is too long exactly when the count says so', () => {
    fc.assert(
      fc.property(socialText, fc.nat({ max: 500 }), (end, length) => {
        const text = 'x'.repeat(length) + end;
        const composition = compose(platform, text);
        const [shown] = platform.preview(composition).items;
        expect(shown?.segments.map((segment) => segment.text).join('')).toBe(text);
        const tooLong = platform
          .check(composition)
          .some(({ rule }) => rule === 'threads/text/length');
        expect(tooLong).toBe(threadsLength(text) > 500);
      }),
    );
  });

  it('counts no text below its characters, nor above its bytes', () => {
    fc.assert(
      fc.property(socialText, (text) => {
        const length = threadsLength(text);
        expect(length).toBeGreaterThanOrEqual(Array.from(text).length);
        expect(length).toBeLessThanOrEqual(Buffer.byteLength(text));
      }),
    );
  });
});
