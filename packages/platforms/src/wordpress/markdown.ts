import { lexer, parser, type Token, type Tokens, type TokensList, walkTokens } from 'marked';
import { sanitize } from './sanitize.ts';

/** Reads Markdown into its parts. */
export function readMarkdown(text: string): TokensList {
  return lexer(text);
}

/** Every picture that a text shows, by the address that it names. */
export function imagesOf(tokens: TokensList): Tokens.Image[] {
  const images: Tokens.Image[] = [];
  void walkTokens(tokens, (token) => {
    if (token.type === 'image') images.push(token as Tokens.Image);
  });
  return images;
}

/** Turns Markdown into HTML that is safe to show. */
export function toHtml(tokens: TokensList): string {
  return sanitize(parser(tokens)).trim();
}

/** Turns Markdown into blocks, one for each part, as the editor of WordPress would write them. */
export function toBlocks(tokens: TokensList): string {
  return tokens
    .filter(({ type }) => type !== 'space' && type !== 'def')
    .map((token) => block(token, tokens))
    .filter((each) => each !== '')
    .join('\n\n');
}

function block(token: Token, { links }: TokensList): string {
  const html = toHtml(Object.assign([token], { links }));
  if (html === '') return '';
  switch (token.type) {
    case 'paragraph':
      return pictureBlock(html) ?? wrapped('paragraph', html);
    case 'heading': {
      const { depth } = token as Tokens.Heading;
      const named = html.replace(/^<h(\d)>/, '<h$1 class="wp-block-heading">');
      return wrapped('heading', named, depth === 2 ? undefined : { level: depth });
    }
    case 'list':
      return listBlock(html, (token as Tokens.List).ordered);
    case 'code':
      return wrapped('code', html.replace(/^<pre>/, '<pre class="wp-block-code">'));
    case 'blockquote':
      return quoteBlock(token as Tokens.Blockquote, links);
    case 'hr':
      return wrapped('separator', '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
    case 'table':
      return wrapped('table', `<figure class="wp-block-table">${html}</figure>`);
    default:
      return wrapped('html', html);
  }
}

/** A picture that stands alone is a block of its own. */
function pictureBlock(html: string): string | undefined {
  const picture = /^<p>\s*(?<image><img [^>]*\/?>)\s*<\/p>$/.exec(html)?.groups?.['image'];
  if (picture === undefined) return undefined;
  return wrapped('image', `<figure class="wp-block-image">${picture}</figure>`);
}

function listBlock(html: string, ordered: boolean): string {
  return wrapped('list', html, ordered ? { ordered: true } : undefined);
}

function quoteBlock({ tokens }: Tokens.Blockquote, links: TokensList['links']): string {
  const inner = toBlocks(Object.assign([...tokens], { links }));
  return wrapped('quote', `<blockquote class="wp-block-quote">${inner}</blockquote>`);
}

function wrapped(name: string, html: string, attributes?: object): string {
  const said = attributes === undefined ? '' : ` ${JSON.stringify(attributes)}`;
  return `<!-- wp:${name}${said} -->\n${html}\n<!-- /wp:${name} -->`;
}
