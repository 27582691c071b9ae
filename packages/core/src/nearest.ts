/**
 * The name that a person most likely meant, or nothing when none is close: at most a third of its
 * letters differ.
 *
 * ```ts
 * import { nearest } from '@affiche/core';
 *
 * nearest('blusky', ['bluesky', 'mastodon']); // => 'bluesky'
 * nearest('titel', ['text', 'title']); // => 'title'
 * nearest('orkut', ['bluesky', 'mastodon']); // => undefined
 * ```
 */
export function nearest(word: string, options: readonly string[]): string | undefined {
  const [best] = options
    .map((option) => ({ option, distance: editDistance(word.toLowerCase(), option.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, Math.floor(best.option.length / 3))
    ? best.option
    : undefined;
}

/** How many letters must be added, removed, changed or swapped to make one word of the other. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? Infinity;
}
