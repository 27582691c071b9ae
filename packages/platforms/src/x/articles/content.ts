/** A part of a text, by its place in it, in UTF-16 code units. */
interface Range {
  readonly offset: number;
  readonly length: number;
}

/** A paragraph of an article, in the network's words. */
interface Block {
  readonly text: string;
  readonly type: string;
  readonly inline_style_ranges?: readonly (Range & { readonly style: string })[];
  readonly entity_ranges?: readonly (Range & { readonly key: number })[];
}

/** Something that a block refers to by its place in the list. */
interface Entity {
  readonly key: string;
  readonly value: {
    readonly type: 'link';
    readonly mutability: 'mutable';
    readonly data: { readonly url: string };
  };
}

/** The body of an article. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly entities: readonly Entity[];
}

const kinds: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^#\s+/, 'header-one'],
  [/^##\s+/, 'header-two'],
  [/^#{3,6}\s+/, 'header-three'],
  [/^>\s?/, 'blockquote'],
  [/^[-*]\s+/, 'unordered-list-item'],
  [/^\d{1,9}[.)]\s+/, 'ordered-list-item'],
];

/** Reads a text as people write it: headings, quotes, lists, and in them bold, italic, struck and links. */
export function readContent(text: string): Content {
  const entities: Entity[] = [];
  const blocks = paragraphsOf(text).map((line): Block => {
    const [pattern, type] = kinds.find(([each]) => each.test(line)) ?? [/^/, 'unstyled'];
    return { ...readInline(line.replace(pattern, ''), entities), type };
  });
  return { blocks, entities };
}

/** Lines of one paragraph belong together; headings, quotes and items of lists stand alone. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    const alone = kinds.some(([pattern]) => pattern.test(line));
    if (line === '') open = false;
    else if (open && !alone) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else paragraphs.push(line);
    open = line !== '' && !line.startsWith('#');
  }
  return paragraphs;
}

const marked =
  /\*\*(?<bold>[^*\n]{1,5000})\*\*|\*(?<italic>[^*\s][^*\n]{0,5000})\*|~~(?<strikethrough>[^~\n]{1,5000})~~|\[(?<words>[^\]\n]{1,500})\]\((?<url>https?:\/\/[^\s)]{1,2048})\)/g;

function readInline(line: string, entities: Entity[]): Omit<Block, 'type'> {
  let text = '';
  let position = 0;
  const styles: (Range & { style: string })[] = [];
  const links: (Range & { key: number })[] = [];
  for (const match of line.matchAll(marked)) {
    const { bold, italic, strikethrough, words, url } = match.groups ?? {};
    text += line.slice(position, match.index);
    const shown = bold ?? italic ?? strikethrough ?? words ?? '';
    const range = { offset: text.length, length: shown.length };
    if (url === undefined) {
      const style =
        bold === undefined ? (italic === undefined ? 'strikethrough' : 'italic') : 'bold';
      styles.push({ ...range, style });
    } else {
      links.push({ ...range, key: entities.length });
      const value = { type: 'link', mutability: 'mutable', data: { url } } as const;
      entities.push({ key: String(entities.length), value });
    }
    text += shown;
    position = match.index + match[0].length;
  }
  return {
    text: text + line.slice(position),
    ...(styles.length > 0 && { inline_style_ranges: styles }),
    ...(links.length > 0 && { entity_ranges: links }),
  };
}
