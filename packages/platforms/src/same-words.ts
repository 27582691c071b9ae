/**
 * Whether two texts say the same. Servers render Markdown, turn quotes, drop the domain of people
 * and shorten links, so what counts is letters and digits; and everything, where there are none.
 */
export function sameWords(one: string, other: string): boolean {
  const words = [one, other].map((text) => text.normalize('NFKC').replace(domain, '$1'));
  const [first, second] = words.map((text) =>
    text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase(),
  );
  if (first !== second) return false;
  if (first !== '') return true;
  const [left, right] = words.map((text) => text.replaceAll(/\s+/g, ''));
  return left === right;
}

const domain = /(@[a-z0-9_.-]+)@[\p{L}\p{N}_.-]+/giu;
