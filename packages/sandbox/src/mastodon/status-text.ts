import { countGraphemes } from '../graphemes.ts';

// A scheme, a domain with a dot, and a path whose parentheses are balanced; not glued to a word.
const link =
  /(?<![\p{L}\p{N}_@$#/.-])https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#](?:[^\s<>"'()[\]]|\([^\s()]*\))*)?(?<![.,;:!?'])/giu;
const mention = /(?<![\w/@])@(?<name>\w+(?:[.-]\w+)*)(?<domain>@[\w.:-]+\w)?/g;
const hashtag = /(?<![\w/#&])#(?<tag>[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)/gu;

/**
 * The length of a status as Mastodon counts it: a link counts a fixed number, of a mention only
 * the local part counts, everything else by what people see as one character.
 *
 * @see {@link https://docs.joinmastodon.org/user/posting/#text | Mastodon: posting}
 */
export function statusLength(text: string, perUrl: number): number {
  const counted = text
    .replaceAll(link, 'x'.repeat(perUrl))
    .replaceAll(mention, (_all, name: string) => `@${name}`);
  return countGraphemes(counted);
}

/** The names that a text mentions, without their domains. */
export function mentionedNames(text: string): string[] {
  return [...text.matchAll(mention)].map(({ groups }) => groups?.['name'] ?? '');
}

/** The tags of a text, lower case, each once. */
export function hashtags(text: string): string[] {
  const tags = [...text.matchAll(hashtag)].map(({ groups }) =>
    (groups?.['tag'] ?? '').toLowerCase(),
  );
  return [...new Set(tags)];
}

/** A text as the HTML that other people see. */
export function statusHtml(text: string, { url }: { readonly url: string }): string {
  if (text === '') return '';
  const marked = escape(text)
    .replaceAll(
      link,
      (href) => `<a href="${href}" rel="nofollow noopener" target="_blank">${href}</a>`,
    )
    .replaceAll(
      hashtag,
      (all, tag: string) =>
        `<a href="${url}/tags/${tag.toLowerCase()}" class="mention hashtag" rel="tag">${all}</a>`,
    );
  return marked
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
