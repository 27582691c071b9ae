import { type Media, hasErrors } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = instagram();
const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};
const film: Media = {
  ...image,
  source: { path: 'boots.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  durationSeconds: 12,
};
const media = fc.array(fc.constantFrom(image, film), { minLength: 1, maxLength: 10 });
const draft = fc.record({
  first: fc.record({ text: socialText, media }),
  comments: fc.array(socialText, { maxLength: 3 }),
});
const options = fc.record({
  format: fc.constantFrom('post', 'story'),
  comments: fc.boolean(),
  location: fc.option(fc.constant('213385402'), { nil: undefined }),
});

it('any draft compiles to the same bytes, to steps that need only earlier ones', () => {
  fc.assert(
    fc.property(draft, options, ({ first, comments }, given) => {
      const items = [first, ...comments.map((text) => ({ text, role: 'first-comment' as const }))];
      const composition = compose(platform, { items }, { options: given });
      const steps = platform.compile(composition, seed);
      expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
      for (const [index, { needs }] of steps.entries()) {
        const earlier = steps.slice(0, index).map(({ id }) => id);
        expect(earlier).toEqual(expect.arrayContaining(needs));
      }
      const visible = steps.filter(({ visibility }) => visibility === 'public');
      expect(visible.map(({ item }) => item)).toEqual(items.map((_, index) => index));
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    }),
  );
});

it('any text is shown whole, and is refused exactly when it is over a limit', () => {
  const tags = fc.array(fc.constantFrom('#boots', '@guest', '🥾', 'x'), { maxLength: 24 });
  fc.assert(
    fc.property(tags, socialText, fc.nat({ max: 2200 }), (words, end, length) => {
      const text = `${words.join(' ')} ${'x'.repeat(length)} ${end.replaceAll(/[#＃@]/g, '')}`;
      const composition = compose(platform, { items: [{ text, media: [image] }] });
      const [shown] = platform.preview(composition).items;
      expect(shown?.segments.map((segment) => segment.text).join('')).toBe(text);
      const count = (word: string) => words.filter((each) => each === word).length;
      const fits = Array.from(text).length <= 2200 && count('#boots') <= 5 && count('@guest') <= 20;
      expect(hasErrors(platform.check(composition))).toBe(!fits || !text.isWellFormed());
    }),
  );
});
