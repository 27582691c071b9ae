import { hash } from './context.ts';

const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/giu;
const light: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];
const urlWeight = 23;

/** An address that X shortened. */
export interface ShortenedUrl {
  readonly url: string;
  readonly expanded_url: string;
  readonly start: number;
  readonly end: number;
}

/** A text as X hands it out: addresses shortened, three characters written as codes. */
export function storedText(text: string): {
  readonly text: string;
  readonly urls: readonly ShortenedUrl[];
} {
  const urls: ShortenedUrl[] = [];
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  let shift = 0;
  const shortened = escaped.replaceAll(address, (written, start: number) => {
    const expanded = written.replaceAll('&amp;', '&');
    const url = `https://t.co/${hash(expanded).toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, 10)}`;
    urls.push({
      url,
      expanded_url: expanded,
      start: start + shift,
      end: start + shift + url.length,
    });
    shift += url.length - written.length;
    return url;
  });
  return { text: shortened, urls };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a text weighs, but for addresses without a scheme, which are counted letter by letter here. */
export function roughWeight(text: string): number {
  let weight = (text.match(address)?.length ?? 0) * urlWeight;
  for (const { segment } of segmenter.segment(text.normalize().replaceAll(address, ''))) {
    if (/\p{Emoji_Presentation}|[\ufe0f\u20e3]/u.test(segment)) weight += 2;
    else for (const character of segment) weight += letterWeight(character.codePointAt(0) ?? 0);
  }
  return weight;
}

function letterWeight(code: number): number {
  return light.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
}

/** The user names that a text mentions, in lower case. */
export function mentionedNames(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@(?<name>\w{1,15})/g)].map(({ groups }) =>
    (groups?.['name'] ?? '').toLowerCase(),
  );
}
