import { type AnyPlatform, Draft, hasErrors } from '@affiche/core';
import { adapt } from '@affiche/platforms/adapt';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { x } from '@affiche/platforms/x';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { socialText } from '../text-arbitrary.ts';

const texts = fc
  .array(socialText, { minLength: 1, maxLength: 40 })
  .map((parts) => parts.join(' ').toWellFormed())
  .filter((text) => text.trim() !== '');
const networks = fc.constantFrom<AnyPlatform>(bluesky(), mastodon(), x());
const bare = (text: string) => text.replaceAll(/\s+/gu, '');

describe('an adaptation', { timeout: 60_000 }, () => {
  it('of any text fits, and all of it is still there', () => {
    fc.assert(
      fc.property(texts, networks, (text, network) => {
        const draft = Draft.parse({ id: 'draft', items: [{ text }] });
        const { draft: adapted, findings, changes } = adapt(draft, network, { longestThread: 100 });
        expect(hasErrors(findings)).toBe(false);
        expect(changes.some(({ removed }) => removed !== undefined)).toBe(false);
        expect(bare(adapted.items.map((item) => item.text).join(''))).toBe(bare(text));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('that shortens keeps the beginning, and tells the rest', () => {
    fc.assert(
      fc.property(texts, networks, (text, network) => {
        const draft = Draft.parse({ id: 'draft', items: [{ text }] });
        const { draft: adapted, changes } = adapt(draft, network, { strategies: ['shorten'] });
        const kept = adapted.items[0]?.text ?? '';
        const [change] = changes;
        const whole = change ? `${kept.slice(0, -1)}${change.removed}` : kept;
        expect(whole).toBe(text);
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('of an adaptation changes nothing', () => {
    fc.assert(
      fc.property(texts, networks, (text, network) => {
        const draft = Draft.parse({ id: 'draft', items: [{ text }] });
        const once = adapt(draft, network, { longestThread: 100 });
        expect(adapt(once.draft, network).changes).toEqual([]);
      }),
      { numRuns: 50, seed: 3 },
    );
  });
});
