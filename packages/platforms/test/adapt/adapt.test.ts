import { Draft, hasErrors, type Media } from '@affiche/core';
import { adapt } from '@affiche/platforms/adapt';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';

const image: Media = {
  source: { path: 'x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 9,
  alt: 'A galette',
};
const draftOf = (item: object, more: object[] = []) =>
  Draft.parse({ id: 'galette', items: [item, ...more] });
const sentence = 'The galette is back in our shop on the square. ';

describe('a draft', { timeout: 60_000 }, () => {
  it('that fits is left alone', () => {
    const draft = draftOf({ text: 'The galette is back. #Epiphany' });
    expect(adapt(draft, bluesky())).toEqual({ draft, changes: [], findings: [] });
  });

  it('becomes a thread, cut between sentences, and nothing is missing', () => {
    const draft = draftOf({ text: sentence.repeat(20).trim(), media: [image] });
    const { draft: adapted, changes, findings } = adapt(draft, bluesky());
    expect(findings).toEqual([]);
    expect(changes).toMatchObject([{ strategy: 'thread', path: ['items', 0, 'text'] }]);
    expect(adapted.items.every(({ text }) => text.endsWith('.'))).toBe(true);
    expect(adapted.items.map(({ text }) => text).join(' ')).toBe(draft.items[0]?.text);
    expect(adapted.items.map(({ role }) => role)).toEqual(['post', 'reply', 'reply', 'reply']);
    expect(adapted.items.map(({ media }) => media.length)).toEqual([1, 0, 0, 0]);
  });

  it('is cut between paragraphs where they are long enough, and numbered on demand', () => {
    const draft = draftOf({ text: `${sentence.repeat(5)}\n\n${sentence.repeat(5)}` });
    const { draft: adapted, findings } = adapt(draft, bluesky(), { numbered: true });
    expect(findings).toEqual([]);
    expect(adapted.items.map(({ text }) => text.slice(-4))).toEqual([' 1/2', ' 2/2']);
  });

  it('moves its hashtags into the first comment where that is enough', () => {
    const tags = '#Epiphany #galette #bakery';
    const draft = draftOf({ text: `${sentence.repeat(6).trim()} ${tags}` });
    const { draft: adapted, changes, findings } = adapt(draft, bluesky());
    expect(findings).toEqual([]);
    expect(changes).toMatchObject([{ strategy: 'hashtags' }]);
    expect(adapted.items).toMatchObject([{ role: 'post' }, { text: tags, role: 'first-comment' }]);
  });

  it('leaves an address to its card, where the network shows one without it', () => {
    const url = 'https://example.com/a/rather/long/address/of/a/page';
    const draft = draftOf({ text: `${sentence.repeat(6)}${url}`, link: { url, title: 'Galette' } });
    const { draft: adapted, changes } = adapt(draft, bluesky());
    expect(changes).toMatchObject([{ strategy: 'card' }]);
    expect(adapted.items).toMatchObject([{ text: sentence.repeat(6).trim(), link: { url } }]);
    const written = adapt(draft, mastodon(), { facts: { maxCharacters: 300 } });
    expect(written.changes.map(({ strategy }) => strategy)).toEqual(['thread']);
    expect(written.findings).toEqual([]);
  });

  it('swaps addresses for shorter ones where that helps', () => {
    const long = `https://example.com/${'long/'.repeat(10)}`;
    const draft = draftOf({ text: `${sentence.repeat(5)}${long} and more` });
    const shortLinks = { [long]: 'https://exm.pl/1' };
    const { draft: adapted, changes } = adapt(draft, bluesky(), { shortLinks });
    expect(changes).toMatchObject([{ strategy: 'links' }]);
    expect(adapted.items[0]?.text).toContain('https://exm.pl/1 and more');
    // Mastodon counts every address alike, so that a shorter one would only hide where it leads.
    const facts = { maxCharacters: 100 };
    expect(adapt(draft, mastodon(), { shortLinks, facts }).changes).toMatchObject([
      { strategy: 'thread' },
    ]);
  });

  it('spreads its images over a thread', () => {
    const draft = draftOf({ text: 'Ten', media: Array.from({ length: 10 }, () => image) });
    const { draft: adapted, changes, findings } = adapt(draft, bluesky());
    expect(findings).toEqual([]);
    expect(changes).toMatchObject([{ strategy: 'media' }]);
    expect(adapted.items.map(({ media }) => media.length)).toEqual([4, 4, 2]);
  });

  it('is shortened only where nothing else may be done, and what was cut is told', () => {
    const text = sentence.repeat(20).trim();
    const {
      draft: adapted,
      changes,
      findings,
    } = adapt(draftOf({ text }), bluesky(), {
      strategies: ['shorten'],
    });
    expect(findings).toEqual([]);
    const kept = adapted.items[0]?.text ?? '';
    expect(kept.endsWith('.…')).toBe(true);
    expect(`${kept.slice(0, -1)}${changes[0]?.removed}`).toBe(text);
  });

  it('is never made a longer thread than allowed', () => {
    const text = sentence.repeat(100).trim();
    const options = { longestThread: 5, strategies: ['thread'] } as const;
    const { draft, changes, findings } = adapt(draftOf({ text }), bluesky(), options);
    expect(changes).toEqual([]);
    expect(draft.items).toHaveLength(1);
    expect(hasErrors(findings)).toBe(true);
  });

  it('keeps what cannot be mended, and says so', () => {
    const poll = { options: ['Yes', 'No'], durationSeconds: 3600 };
    const { changes, findings } = adapt(draftOf({ text: 'Tea?', poll }), bluesky());
    expect(changes).toEqual([]);
    expect(findings).toMatchObject([{ rule: 'bluesky/poll/unsupported' }]);
  });

  it('of a megabyte in one word is handled as any other', () => {
    const started = performance.now();
    const { changes } = adapt(draftOf({ text: 'a'.repeat(1_000_000) }), bluesky());
    expect(changes).toMatchObject([{ strategy: 'shorten' }]);
    expect(performance.now() - started).toBeLessThan(6000);
  });
});
