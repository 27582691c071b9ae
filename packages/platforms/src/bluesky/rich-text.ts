import { countGraphemes } from '../graphemes.ts';
import { hasTopLevelDomain } from '../top-level-domains.ts';
import { utf8Length, utf8Offsets } from '../utf8.ts';

/** A stretch of text that means something: a link, a person or a hashtag. */
export interface RichTextFacet {
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
  /** Where it begins in the UTF-8 bytes that Bluesky counts. */
  readonly byteStart: number;
  /** Where it ends, exclusive. */
  readonly byteEnd: number;
  readonly feature:
    | { readonly kind: 'link'; readonly uri: string }
    | { readonly kind: 'mention'; readonly handle: string }
    | { readonly kind: 'tag'; readonly tag: string };
}

type Candidate = Pick<RichTextFacet, 'start' | 'end' | 'feature'>;

/**
 * Finds the links (bare domains too), mentions, hashtags and cashtags of a text, as Bluesky's own
 * clients do. They come in order and never overlap: of two that would, the earlier stays.
 *
 * ```ts
 * import { detectRichText } from '@affiche/platforms/bluesky';
 *
 * const [link] = detectRichText('Déjà vu: example.com');
 * link?.feature; // => { kind: 'link', uri: 'https://example.com' }
 * link?.byteStart; // => 11
 * ```
 *
 * @see {@link https://docs.bsky.app/docs/advanced-guides/post-richtext | Bluesky: rich text} (2026-11-21)
 */
export function detectRichText(text: string): RichTextFacet[] {
  const found = [...mentions(text), ...links(text), ...hashtags(text), ...cashtags(text)];
  let reached = 0;
  const apart = found
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
  const offsets = utf8Offsets(
    text,
    apart.flatMap(({ start, end }) => [start, end]),
  );
  return apart.map(({ start, end, feature }, index) => ({
    start,
    end,
    byteStart: offsets[index * 2] ?? 0,
    byteEnd: offsets[index * 2 + 1] ?? 0,
    feature,
  }));
}

const handle =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

function mentions(text: string): Candidate[] {
  return [...text.matchAll(/(?<=^|[\s(])@([a-zA-Z0-9.-]+)(?![a-zA-Z0-9._-])/g)].flatMap((match) => {
    const name = withoutEnding(match[1] ?? '', /[.-]/);
    if (!handle.test(name) || !(hasTopLevelDomain(name) || name.endsWith('.test'))) return [];
    const start = match.index;
    return [
      { start, end: start + 1 + name.length, feature: { kind: 'mention', handle: name } as const },
    ];
  });
}

function links(text: string): Candidate[] {
  const pattern = /(?<=^|[\s(])(?:https?:\/\/\S+|(?<domain>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)\S*)/gim;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const domain = match.groups?.['domain'];
    const address = withoutTail(match[0]);
    if (domain === undefined && !/^https?:/.test(address)) return [];
    if (domain !== undefined && !hasTopLevelDomain(domain)) return [];
    const uri = domain === undefined ? address : `https://${address}`;
    if (!/^https?:\/\/[^\s/]/.test(uri)) return [];
    const start = match.index;
    return [{ start, end: start + address.length, feature: { kind: 'link', uri } as const }];
  });
}

/** A sentence's punctuation is no part of the address at its end. */
function withoutTail(address: string): string {
  const whole = address.replace(/[.,;:!?]$/, '');
  return whole.endsWith(')') && !whole.includes('(') ? whole.slice(0, -1) : whole;
}

// A hashtag ends at white space and at characters that cannot be seen.
const tagPattern =
  // eslint-disable-next-line no-misleading-character-class
  /(?<=^|\s)[#＃]((?!\ufe0f)[^\s\u00AD\u2060\u200A-\u200D\u20e2]+)/gu;

function hashtags(text: string): Candidate[] {
  return [...text.matchAll(tagPattern)].flatMap((match) => {
    const tag = withoutEnding(match[1] ?? '', /\p{P}/u);
    // Digits and punctuation alone are a number or a shrug.
    if (!/[^\d\s\p{P}]/u.test(tag)) return [];
    if (tag.length > 64 && (countGraphemes(tag) > 64 || utf8Length(tag) > 640)) return [];
    const start = match.index;
    return [{ start, end: start + 1 + tag.length, feature: { kind: 'tag', tag } as const }];
  });
}

function cashtags(text: string): Candidate[] {
  const pattern = /(?<=^|[\s(])\$([A-Za-z][A-Za-z0-9]{0,4})(?=\s|$|[.,;:!?)"'\u2019])/g;
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    feature: { kind: 'tag', tag: `$${(match[1] ?? '').toUpperCase()}` } as const,
  }));
}

/** Cuts off what does not belong at the end, in one pass from behind: `/x+$/` would look at each x again. */
function withoutEnding(text: string, unwanted: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const width =
      /[\udc00-\udfff]/.test(text.charAt(end - 1)) && text.codePointAt(end - 2)! > 0xffff ? 2 : 1;
    if (!unwanted.test(text.slice(end - width, end))) break;
    end -= width;
  }
  return text.slice(0, end);
}
