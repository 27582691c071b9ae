import type { Media } from '@affiche/core';
import { telegram } from '@affiche/platforms/telegram';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';
import { requestProblem } from './bot-api.ts';

const platform = telegram();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
};
const item = fc.record({
  text: socialText,
  media: fc.array(fc.constant(image), { maxLength: 3 }),
});
const thread = fc.array(item, { minLength: 1, maxLength: 3 }).map(([first, ...rest]) => ({
  items: [first!, ...rest.map((each) => ({ ...each, role: 'reply' as const }))],
}));
const span = fc.record({
  item: fc.nat({ max: 2 }),
  type: fc.constantFrom('bold', 'italic', 'code', 'spoiler'),
  offset: fc.nat({ max: 40 }),
  length: fc.integer({ min: 1, max: 40 }),
});

interface Request {
  readonly method: string;
  readonly fields: { text?: string; entities?: { offset: number; length: number; type: string }[] };
}

describe('any thread', () => {
  it('compiles to the same bytes, to documented requests that need only earlier steps', () => {
    fc.assert(
      fc.property(thread, fc.array(span, { maxLength: 3 }), (draft, entities) => {
        const composition = compose(platform, draft, { options: { entities, pin: true } });
        const steps = platform.compile(composition, seed);
        expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
        const posts = steps.filter(({ kind }) => kind === 'send-message');
        expect(posts).toHaveLength(draft.items.length);
        for (const [index, { needs, request }] of posts.entries()) {
          expect(needs).toEqual(index === 0 ? [] : [`post-${index - 1}`]);
          const { method, fields } = request as unknown as Request;
          const filled = {
            ...fields,
            chat_id: 1,
            ...(index > 0 && { reply_parameters: { message_id: 1 } }),
          };
          expect(requestProblem(method, filled)).toBeUndefined();
        }
      }),
    );
  });

  it('keeps every span that passes on the very words that it was given', () => {
    fc.assert(
      fc.property(socialText, fc.array(span, { maxLength: 3 }), (text, given) => {
        const entities = given.map((each) => ({ ...each, item: 0 }));
        const composition = compose(platform, text, { options: { entities } });
        const wrong = platform.check(composition).some(({ rule }) => rule.includes('entities'));
        const [step] = platform.compile(composition, seed);
        const { fields } = step!.request as unknown as Request;
        const shown = (fields.entities ?? []).map(({ offset, length }) =>
          (fields.text ?? '').slice(offset, offset + length),
        );
        const meant = entities.map(({ offset, length }) => text.slice(offset, offset + length));
        if (wrong) return;
        for (const words of shown) {
          expect(meant.some((each) => each.includes(words))).toBe(true);
          expect(words.isWellFormed() || !text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('shows all of its text, and is too long exactly when the count says so', () => {
    fc.assert(
      fc.property(socialText, fc.integer({ min: 4080, max: 4096 }), (end, length) => {
        const text = ('x'.repeat(length) + end).trim();
        const composition = compose(platform, text);
        const [shown] = platform.preview(composition).items;
        expect(shown?.segments.map((segment) => segment.text).join('')).toBe(text);
        const tooLong = platform
          .check(composition)
          .some(({ rule }) => rule === 'telegram/text/length');
        expect(tooLong).toBe(text.length > 4096);
      }),
      { numRuns: 50 },
    );
  });
});
