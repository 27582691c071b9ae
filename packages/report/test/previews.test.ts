import { type Preview, seededRandom } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { previewCalendar, renderReport } from '@affiche/report';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const input = bakery();
const page = (html: string) => parseHTML(html).document;
if (!input.calendar) throw new Error('the bakery has a calendar');
const { calendar } = input;

describe('previewCalendar', () => {
  const previews = previewCalendar(calendar, [bluesky(), mastodon()]);

  it('previews every publication as its own network', () => {
    expect(Object.keys(previews)).toHaveLength(calendar.publications.length);
    for (const { id, account } of calendar.publications) {
      expect(previews[id]?.platform).toBe(account.platform);
      expect(previews[id]?.items[0]?.length.measured).toBeGreaterThan(0);
    }
  });

  it('leaves out networks and options that nobody knows', () => {
    expect(previewCalendar(calendar, [])).toEqual({});
    const [first] = calendar.publications;
    if (!first) throw new Error('the calendar has posts');
    const odd = { ...first, options: { visibility: 'whatever' } };
    expect(previewCalendar({ ...calendar, publications: [odd] }, [mastodon()])).toEqual({});
  });
});

describe('a post in the gallery', () => {
  const [publication] = calendar.publications;
  const show = (item: Partial<Preview['items'][number]>) => {
    if (!publication) throw new Error('the calendar has posts');
    const length = { measured: 310, limit: 300, unit: 'graphemes' };
    const items = [{ segments: [{ text: 'Bread' }], length, media: [], ...item }];
    return renderReport({
      strategy: input.strategy,
      calendar: { ...calendar, publications: [publication] },
      previews: { [publication.id]: { platform: 'bluesky', items } },
    });
  };

  it('says that it is too long', () => {
    const length = page(show({})).querySelector('.length.bad');
    expect(length?.textContent.trim()).toBe('310 of 300 characters');
  });

  it('keeps a warning closed over what it warns of', () => {
    const warning = page(show({ contentWarning: 'Flour' })).querySelector('details.warning');
    expect(warning?.hasAttribute('open')).toBe(false);
    expect(warning?.querySelector('summary')?.textContent).toBe('Flour');
  });

  it('links to the web and nowhere else', () => {
    const segments = ['https://aubepine.example/', 'javascript:alert(1)'].map((href) => ({
      text: href,
      href,
    }));
    const links = [...page(show({ segments })).querySelectorAll('.card a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://aubepine.example/']);
  });

  it('shows a picture that travels with the draft, and says what an absent one shows', () => {
    const random = seededRandom('picture');
    const base64 = btoa(String.fromCharCode(...Array.from({ length: 30 }, () => random() * 255)));
    const picture = { kind: 'image' as const, mimeType: 'image/png', bytes: 30 };
    const html = show({
      media: [
        { ...picture, source: { base64 }, alt: 'A loaf' },
        { ...picture, source: { url: 'https://aubepine.example/rye.png' }, alt: 'Rye' },
        { ...picture, source: { path: 'oven.png' } },
      ],
    });
    const pictures = [...page(html).querySelectorAll('.card img')];
    expect(pictures.map((each) => [each.getAttribute('src'), each.getAttribute('alt')])).toEqual([
      [`data:image/png;base64,${base64}`, 'A loaf'],
    ]);
    const captions = [...page(html).querySelectorAll('.card figcaption')];
    expect(captions.map((caption) => caption.textContent.trim())).toEqual([
      'Picture: Rye',
      'Picture. No text alternative',
    ]);
  });
});
