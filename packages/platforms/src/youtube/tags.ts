/**
 * The length of tags as YouTube counts it: all of them in one text, with commas between, and quotes
 * around those that hold a space or a comma.
 *
 * ```ts
 * import { tagsLength } from '@affiche/platforms/youtube';
 *
 * tagsLength(['boots', 'brown boots']); // => 19
 * ```
 *
 * @see {@link https://developers.google.com/youtube/v3/docs/videos#snippet.tags[] | YouTube: tags} (2026-11-21)
 */
export function tagsLength(tags: readonly string[]): number {
  const written = tags.map((tag) => tag.length + (/[\s,]/u.test(tag) ? 2 : 0));
  return written.reduce((sum, length) => sum + length, 0) + Math.max(0, tags.length - 1);
}
