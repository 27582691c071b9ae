import type { DraftItem, Media } from '@affiche/core';
import type { Tokens, TokensList } from 'marked';
import { withLink } from '../post-text.ts';
import { readMarkdown, toBlocks, toHtml } from './markdown.ts';
import {
  escapeHtml,
  escapeShortcodes,
  safePlainText,
  sanitize,
  type SeePicture,
} from './sanitize.ts';
import type { WordPressOptions } from './settings.ts';

/** A post as it will stand in the blog. */
export interface Article {
  readonly title: string;
  /** Pictures of the draft stand in it as `affiche-media:0`, until they have an address. */
  readonly content: string;
  /** The words alone. */
  readonly text: string;
  /** Addresses of pictures that are neither in the draft nor on the web. */
  readonly missing: readonly string[];
}

/** Turns an item into an article: Markdown or HTML in, blocks or HTML out, and nothing that runs. */
export function articleOf(item: DraftItem, options: WordPressOptions): Article {
  const { html, title, missing, shown } =
    options.format === 'html' ? fromHtml(item) : fromMarkdown(item, options);
  const rest = item.media.flatMap((media, index) =>
    shown.has(index) || index === featuredIndex(item, options)
      ? []
      : [figure(media, index, options)],
  );
  const whole = [html, ...rest].filter((part) => part !== '').join('\n\n');
  const content = options.shortcodes ? whole : escapeShortcodes(whole);
  const text = safePlainText(content);
  return { title: options.title ?? (title || shortened(text)), content, text, missing };
}

/** Which of an item's media is the featured image, if any. */
export function featuredIndex({ media }: DraftItem, { featuredMedia }: WordPressOptions): number {
  if (featuredMedia === 'none') return -1;
  if (featuredMedia !== undefined) return featuredMedia < media.length ? featuredMedia : -1;
  return media[0]?.kind === 'image' ? 0 : -1;
}

interface Read {
  readonly html: string;
  readonly title: string;
  readonly missing: readonly string[];
  /** The media that the text itself shows. */
  readonly shown: ReadonlySet<number>;
}

function fromMarkdown(item: DraftItem, { title, output }: WordPressOptions): Read {
  const tokens = readMarkdown(withLink(item));
  const heading = title === undefined ? takeHeading(tokens) : undefined;
  const { see, ...pictures } = album(item);
  const html = output === 'blocks' ? toBlocks(tokens, see) : toHtml(tokens, see);
  return { html, title: heading ?? '', ...pictures };
}

function fromHtml(item: DraftItem): Read {
  const { see, ...pictures } = album(item);
  return { html: sanitize(withLink(item), see).trim(), title: '', ...pictures };
}

/** Tells the draft's own pictures from those of the web, and from what is nowhere. */
function album({ media }: DraftItem): Pick<Read, 'missing' | 'shown'> & { see: SeePicture } {
  const shown = new Set<number>();
  const missing: string[] = [];
  const see: SeePicture = ({ src = '', alt = '', ...rest }) => {
    const index = media.findIndex(({ source }) => isSame(source, src));
    if (index < 0) {
      if (!/^https?:\/\//i.test(src)) missing.push(src);
      return { src, alt, ...rest };
    }
    shown.add(index);
    return { src: `affiche-media:${index}`, alt: alt || (media[index]?.alt ?? ''), ...rest };
  };
  return { missing, shown, see };
}

/** The first heading is the title, which WordPress shows by itself. */
function takeHeading(tokens: TokensList): string | undefined {
  const at = tokens.findIndex(({ type }) => type !== 'space');
  const first = tokens[at];
  if (first?.type !== 'heading' || (first as Tokens.Heading).depth !== 1) return undefined;
  tokens.splice(at, 1);
  return safePlainText(toHtml(Object.assign([first], { links: tokens.links })));
}

/** Whether a text's address of a picture means a file: by its whole path or by the end of it. */
function isSame(source: Media['source'], address: string): boolean {
  if ('url' in source) return decoded(source.url) === decoded(address);
  if (!('path' in source)) return false;
  const [path = '', name = ''] = [source.path, decoded(address)].map((each) =>
    each.replaceAll('\\', '/').replace(/^\.\//, ''),
  );
  return path === name || (name !== '' && path.endsWith(`/${name}`));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function figure({ kind, alt = '' }: Media, index: number, { output }: WordPressOptions): string {
  const address = `affiche-media:${index}`;
  const words = escapeHtml(alt);
  const [name, html] =
    kind === 'image' || kind === 'animation'
      ? ['image', `<figure class="wp-block-image"><img src="${address}" alt="${words}"/></figure>`]
      : kind === 'video'
        ? [
            'video',
            `<figure class="wp-block-video"><video controls src="${address}"></video></figure>`,
          ]
        : kind === 'audio'
          ? [
              'audio',
              `<figure class="wp-block-audio"><audio controls src="${address}"></audio></figure>`,
            ]
          : [
              'file',
              `<div class="wp-block-file"><a href="${address}">${words || 'Document'}</a></div>`,
            ];
  return output === 'html' ? html : `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;
}

const titleWords = 60;

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  if (line.length <= titleWords) return line;
  return `${line
    .slice(0, line.lastIndexOf(' ', titleWords) + 1 || titleWords)
    .trim()
    .toWellFormed()}…`;
}
