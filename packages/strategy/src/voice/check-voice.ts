import type { Draft, DraftItem } from '@affiche/core';
import type { EditorialLine } from '../editorial-line.ts';
import type { Language } from '../language.ts';
import { formsOfAddress } from './form-of-address.ts';
import { blank, locate, locateTerm } from './located.ts';
import { type VoiceFinding, voiceFinding, type VoiceHit } from './voice-rule.ts';
import { voiceRules } from './voice-rules.ts';

/** Where a draft is going, and how to talk about it. */
export interface CheckVoiceOptions {
  /** The network, when it has a tone of its own. */
  readonly platform?: string;
  /**
   * The language of messages and fixes.
   *
   * @defaultValue 'en'
   */
  readonly language?: Language;
}

type Found = readonly [rule: keyof typeof voiceRules, hit: VoiceHit];

const link = /https?:\/\/\S+/gu;
const hashtag = /(?<![\p{L}\p{N}_&/])#[\p{L}\p{M}\p{N}_]+/gu;
// Made when it is asked for: reading it takes longer than loading everything else here.
const emoji = () => /\p{RGI_Emoji}/gv;
const shouting =
  /(?<![\p{L}#@])\p{Lu}{4,}(?:[\s-]+\p{Lu}{2,})+(?!\p{L})|(?<![\p{L}#@])\p{Lu}{7,}(?!\p{L})/gu;
const exclamation = /(?:[!?]\s?){2,}[!?]|!\s?!/gu;
/** Mathematical alphanumeric symbols and full-width letters, used as lettering. */
const lettering = /[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A]+/gu;
/** From this many letters without a capital inside, a hashtag is most likely several words. */
const longHashtag = 14;

/**
 * Holds a draft against the editorial line. What cannot be measured, such as wit or warmth, is left
 * to people: capitals, exclamation marks and emoji only stand for tone.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { checkVoice, EditorialLine } from '@affiche/strategy';
 *
 * const line = EditorialLine.parse({ promise: 'Fresh bread', banned: [{ term: 'côte' }] });
 * const draft = Draft.parse({ id: 'a', items: [{ text: 'La cote monte sur la côte.' }] });
 * checkVoice(draft, line)[0]?.at; // => { start: 21, end: 25 }
 * ```
 */
export function checkVoice(
  draft: Draft,
  line: EditorialLine,
  { platform, language = 'en' }: CheckVoiceOptions = {},
): VoiceFinding[] {
  const found = [
    ...ofDraft(draft, line),
    ...draft.items.flatMap((item, index) => ofItem(item, index, draft, line, platform)),
  ];
  return found.map(([rule, hit]) => voiceFinding(voiceRules[rule], hit, language));
}

function ofDraft(draft: Draft, line: EditorialLine): Found[] {
  const found: Found[] = [];
  const text = draft.items.map((item) => item.text).join('\n');
  const has = (term: string) => locateTerm(text, term).length > 0;
  if (line.required.length > 0 && !line.required.some(({ term }) => has(term))) {
    const limit = line.required.map(({ term }) => term).join(', ');
    found.push(['required', { path: ['items'], limit }]);
  }
  if (draft.disclosure) {
    const wordings = line.disclosure[draft.disclosure] ?? [];
    const opening = draft.items[0]?.text ?? '';
    if (!wordings.some((wording) => locateTerm(opening, wording).length > 0)) {
      const limit = wordings.map((each) => `“${each}”`).join(' / ') || 'a wording';
      found.push(['disclosure', { path: ['items', 0, 'text'], measured: draft.disclosure, limit }]);
    }
  }
  if (draft.language && line.languages.length > 0 && !line.languages.includes(draft.language)) {
    const limit = line.languages.join(', ');
    found.push(['language', { path: ['language'], measured: draft.language, limit }]);
  }
  return found;
}

function ofItem(
  { text, media }: DraftItem,
  index: number,
  draft: Draft,
  line: EditorialLine,
  platform: string | undefined,
): Found[] {
  const path = ['items', index, 'text'];
  const tone = line.networks.find((each) => each.platform === platform);
  const prose = blank(text, link);
  const all = (rule: Found[0], pattern: RegExp): Found[] =>
    locate(prose, pattern).map((at) => [rule, { path, at, measured: at.words.trim() }]);
  const tooMany = (rule: Found[0], count: number, limit = Infinity): Found[] =>
    count > limit ? [[rule, { path, measured: count, limit }]] : [];
  const hashtags = locate(prose, hashtag);

  return [
    ...line.banned.flatMap(({ term, instead, reason }) =>
      locateTerm(text, term).map((at): Found => [
        'banned',
        {
          path,
          at,
          measured: at.words,
          values: { reason: reason ? ` (${reason})` : '', instead: instead ?? '…' },
        },
      ]),
    ),
    ...addressOf(text, draft, line, tone?.address ?? line.address).map((hit): Found => [
      'address',
      { path, ...hit },
    ]),
    ...all('shouting', shouting),
    ...all('exclamation', exclamation),
    ...tooMany('emoji', locate(prose, emoji()).length, tone?.emoji),
    ...tooMany('hashtags', hashtags.length, tone?.hashtags),
    ...hashtags
      .filter(({ words }) => line.accessibility.readableHashtags && runsTogether(words))
      .map((at): Found => ['readableHashtag', { path, at, measured: at.words }]),
    ...all('letters', lettering),
    ...media.flatMap(({ kind, alt, captions }, each): Found[] => {
      const at = ['items', index, 'media', each];
      const picture = kind === 'image' || kind === 'animation';
      if (picture && alt === undefined && line.accessibility.altText) {
        return [['alt', { path: [...at, 'alt'] }]];
      }
      return kind === 'video' && !captions?.length && line.accessibility.captions
        ? [['captions', { path: [...at, 'captions'] }]]
        : [];
    }),
  ];
}

/** Where readers are addressed otherwise than agreed; without an agreement, otherwise than at first. */
function addressOf(
  text: string,
  draft: Draft,
  line: EditorialLine,
  agreed: 'tu' | 'vous' | 'neutral',
): Omit<VoiceHit, 'path'>[] {
  const language = draft.language ?? line.languages[0] ?? 'fr';
  if (!language.startsWith('fr')) return [];
  const forms = formsOfAddress(text);
  const expected = agreed === 'neutral' ? forms[0]?.form : agreed;
  return forms
    .filter(({ form }) => form !== expected)
    .map((at) => ({ at, measured: at.words, limit: expected ?? '', values: { form: at.form } }));
}

function runsTogether(tag: string): boolean {
  const letters = tag.slice(1);
  return (
    letters.length >= longHashtag &&
    !letters.includes('_') &&
    !/\p{Ll}\p{Lu}/u.test(letters) &&
    /\p{L}/u.test(letters)
  );
}
