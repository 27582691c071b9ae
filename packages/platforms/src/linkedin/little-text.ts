/** A part of a text as people write it. */
export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'hashtag'; readonly text: string; readonly tag: string }
  | { readonly kind: 'mention'; readonly text: string; readonly urn: string };

// A mention as LinkedIn writes it, a web address, or a hashtag with a letter in it.
const marked =
  /@\[(?<name>[^\]\n[]{1,200})\]\((?<urn>urn:li:(?:organization|person):[\w-]{1,100})\)|(?<address>https?:\/\/[^\s<>]+)|(?<![\p{L}\p{N}\p{M}_&/#])#(?<tag>[\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*)/giu;

/** Cuts a text into words, addresses, hashtags, and mentions such as `@[Acme](urn:li:organization:1)`. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const match of text.matchAll(marked)) {
    const { name, urn, address, tag } = match.groups ?? {};
    parts.push({ kind: 'words', text: text.slice(position, match.index) });
    if (name !== undefined && urn !== undefined) parts.push({ kind: 'mention', text: name, urn });
    else if (address !== undefined) parts.push({ kind: 'address', text: address });
    else if (tag !== undefined) parts.push({ kind: 'hashtag', text: match[0], tag });
    position = match.index + match[0].length;
  }
  parts.push({ kind: 'words', text: text.slice(position) });
  return parts.filter((part) => part.text !== '');
}

/** What readers see of a text: a mention is a name. */
export function plainWords(text: string): string {
  return partsOf(text)
    .map((part) => part.text)
    .join('');
}

/**
 * Writes a text as LinkedIn's "little" format. An unescaped reserved character may silently cut the
 * post off, so every one that is no mention or hashtag is escaped.
 *
 * @see {@link https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format | LinkedIn: little text format} (2026-11-21)
 */
export function encodeLittleText(text: string): string {
  return partsOf(text)
    .map((part) => {
      if (part.kind === 'mention') return `@[${escape(part.text)}](${part.urn})`;
      if (part.kind === 'hashtag') return `{hashtag|\\#|${escape(part.tag)}}`;
      return escape(part.text);
    })
    .join('');
}

/** What readers see of a text in the "little" format. */
export function decodeLittleText(encoded: string): string {
  return encoded.replaceAll(
    /\\([\\|{}@[\]()<>#*_~])|@\[((?:\\.|[^\]\\])*)\]\(urn:[^)]*\)|\{hashtag\|\\?#\|((?:\\.|[^}\\])*)\}/g,
    (whole, single?: string, name?: string, tag?: string) =>
      single ?? (name === undefined ? (tag === undefined ? whole : `#${bare(tag)}`) : bare(name)),
  );
}

function escape(text: string): string {
  return text.replaceAll(/[\\|{}@[\]()<>#*_~]/g, String.raw`\$&`);
}

function bare(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1');
}
