import type { Media } from '@affiche/core';
import { pinterest } from '@affiche/platforms/pinterest';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = pinterest();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
  alt: 'Boots',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4' };
const media = fc.constantFrom<Media[]>([image], [image, image, image], [film]);

it('compiles any pin to the same bytes, as one visible step after what it needs', () => {
  fc.assert(
    fc.property(socialText, media, fc.option(socialText), (text, files, words) => {
      const options = { board: '7', ...(words && { title: words }) };
      const composition = compose(platform, { items: [{ text, media: files }] }, { options });
      const steps = platform.compile(composition, seed);
      expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
      expect(steps.filter(({ visibility }) => visibility === 'public')).toHaveLength(1);
      expect(steps.at(-1)?.needs).toEqual(steps.slice(0, -1).map(({ id }) => id));
    }),
  );
});

it('refuses a text exactly when the code points are too many, and shows all of it', () => {
  fc.assert(
    fc.property(socialText, fc.integer({ min: 700, max: 800 }), (end, length) => {
      const text = 'x'.repeat(length) + end;
      const composition = compose(platform, { items: [{ text, media: [image] }] });
      const tooLong = platform
        .check(composition)
        .some(({ rule }) => rule === 'pinterest/text/length');
      expect(tooLong).toBe(Array.from(text).length > 800);
      const [shown] = platform.preview(composition).items;
      expect(shown?.segments.map((segment) => segment.text).join('')).toBe(text);
      expect(shown?.length.measured).toBe(Array.from(text).length);
    }),
  );
});
