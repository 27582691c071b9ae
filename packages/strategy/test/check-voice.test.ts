import { Draft } from '@affiche/core';
import { checkVoice, EditorialLine } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';

const image = { source: { path: 'a.png' }, kind: 'image', mimeType: 'image/png', bytes: 10 };

const media = (alt?: string) => ({ items: [{ text: '', media: [{ ...image, alt }] }] });

function findings(text: string, line: object = {}, draft: object = {}, platform?: string) {
  return checkVoice(
    Draft.parse({ id: 'd', items: [{ text }], language: 'fr', ...draft }),
    EditorialLine.parse({ promise: 'Bread', ...line }),
    platform === undefined ? {} : { platform },
  );
}

const rules = (...given: Parameters<typeof findings>) => findings(...given).map(({ rule }) => rule);

describe('the words of the house', () => {
  const banned = {
    banned: [{ term: 'côte', instead: 'colline', reason: 'nous sommes en plaine' }],
  };

  it('finds a banned word where it stands, in any letter case, accents respected', () => {
    const text = 'Cote 27. La Côte, pas les côtes ni l’encôte.';
    const [finding, ...others] = findings(text, banned);
    expect(others).toEqual([]);
    expect(text.slice(finding?.at?.start, finding?.at?.end)).toBe('Côte');
    expect(finding).toMatchObject({
      rule: 'voice/lexicon/banned',
      message: 'We do not say “Côte” (nous sommes en plaine).',
      fix: 'Say colline.',
    });
  });

  it('finds it however its accents are encoded', () => {
    const text = 'Sur la co\u0302te.';
    const [finding] = findings(text, banned);
    expect(text.slice(finding?.at?.start, finding?.at?.end)).toBe('co\u0302te');
  });

  it('takes a term by its letters, not as a pattern', () => {
    expect(rules('Le pain c.?', { banned: [{ term: 'c.?' }] })).toEqual(['voice/lexicon/banned']);
    expect(rules('Le pain ça', { banned: [{ term: 'c.?' }] })).toEqual([]);
  });

  it('asks for one of the required words, anywhere in the thread', () => {
    const line = { required: [{ term: 'levain' }, { term: 'seigle' }] };
    expect(rules('Du pain.', line)).toEqual(['voice/lexicon/required']);
    const items = [{ text: 'Du pain.' }, { text: 'Au Levain.', role: 'reply' }];
    expect(rules('', line, { items })).toEqual([]);
  });
});

describe('what readers must be told', () => {
  const line = { disclosure: { partnership: ['Collaboration commerciale'] } };
  const draft = { disclosure: 'partnership' };

  it('finds a disclosure that is missing, or hidden in a later post', () => {
    expect(rules('Merci au moulin.', line, draft)).toEqual(['voice/disclosure/wording']);
    expect(rules('Collaboration commerciale. Merci au moulin.', line, draft)).toEqual([]);
    const items = [{ text: 'Merci.' }, { text: 'Collaboration commerciale' }];
    expect(rules('', line, { ...draft, items })).toEqual(['voice/disclosure/wording']);
  });

  it('knows which languages are spoken', () => {
    expect(rules('Brot.', { languages: ['fr'] }, { language: 'de' })).toEqual([
      'voice/language/known',
    ]);
  });
});

describe('tone', () => {
  it.each([
    ['PROFITEZ VITE de nos tartes', 'voice/tone/shouting'],
    ['Nos tartes sont là !!!', 'voice/tone/exclamation'],
  ])('hears “%s”', (text, rule) => {
    expect(rules(text)).toContain(rule);
  });

  it.each(['La SNCF et l’INSEE sont passées.', 'Vraiment ?', 'Quoi ?!'])(
    'lets “%s” pass',
    (text) => {
      expect(rules(text)).toEqual([]);
    },
  );

  it('counts emoji and hashtags by network, families and flags as one', () => {
    const line = { networks: [{ platform: 'bluesky', emoji: 1, hashtags: 1 }] };
    expect(rules('👩‍👩‍👧 #pain', line, {}, 'bluesky')).toEqual([]);
    expect(rules('👩‍👩‍👧🇫🇷 #pain #lyon', line, {}, 'bluesky')).toEqual([
      'voice/tone/emoji',
      'voice/hashtag/count',
    ]);
    expect(rules('👩‍👩‍👧🇫🇷 #pain #lyon', line, {}, 'mastodon')).toEqual([]);
  });
});

describe('accessibility', () => {
  it('finds hashtags that a screen reader runs together', () => {
    const text = 'Ici #boulangerieartisanale et https://a.example/#boulangerieartisanale';
    const [finding, ...others] = findings(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'voice/hashtag/readable', at: { start: 4, end: 26 } });
    expect(rules('#BoulangerieArtisanale #levain #pain_au_levain_naturel')).toEqual([]);
  });

  it('finds lettering made of mathematical signs', () => {
    expect(rules('𝐏𝐚𝐢𝐧 frais')).toEqual(['voice/accessibility/letters']);
  });

  it('finds pictures without a text alternative; an empty one is decoration', () => {
    expect(findings('', {}, media()).map(({ path }) => path)).toEqual([
      ['items', 0, 'media', 0, 'alt'],
    ]);
    expect(rules('', {}, media(''))).toEqual([]);
    expect(rules('', { accessibility: { altText: false } }, media())).toEqual([]);
  });

  it('finds a video without captions', () => {
    const video = { ...image, kind: 'video', mimeType: 'video/mp4' };
    expect(rules('', {}, { items: [{ text: '', media: [video] }] })).toEqual([
      'voice/accessibility/captions',
    ]);
  });
});
