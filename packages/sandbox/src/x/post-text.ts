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

/**
 * Roughly what a text weighs: addresses without a scheme and joined emoji are counted letter by
 * letter, so that nothing is let through that X would refuse for other reasons than these two.
 */
export function roughWeight(text: string): number {
  const links = text.match(address)?.length ?? 0;
  let weight = links * urlWeight;
  for (const character of text.normalize().replaceAll(address, '')) {
    const code = character.codePointAt(0) ?? 0;
    weight += light.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
  }
  return weight;
}

/** The user names that a text mentions, in lower case. */
export function mentionedNames(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@(?<name>\w{1,15})/g)].map(({ groups }) =>
    (groups?.['name'] ?? '').toLowerCase(),
  );
}
