import { lexer, parser, type Token, type Tokens, type TokensList } from 'marked';
import { sanitize, type SeePicture } from './sanitize.ts';

/** Reads Markdown into its parts. */
export function readMarkdown(text: string): TokensList {
  return lexer(text);
}

/** Turns Markdown into HTML that is safe to show. */
export function toHtml(tokens: TokensList, seePicture?: SeePicture): string {
  return sanitize(parser(tokens), seePicture).trim();
}

/** Turns Markdown into blocks, one for each part, as the editor of WordPress would write them. */
export function toBlocks(tokens: TokensList, seePicture?: SeePicture): string {
  return tokens
    .filter(({ type }) => type !== 'space' && type !== 'def')
    .map((token) => block(token, tokens, seePicture))
    .filter((each) => each !== '')
    .join('\n\n');
}

function block(token: Token, { links }: TokensList, seePicture?: SeePicture): string {
  if (token.type === 'blockquote') return quoteBlock(token as Tokens.Blockquote, links, seePicture);
  const html = toHtml(Object.assign([token], { links }), seePicture);
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

function quoteBlock(
  { tokens }: Tokens.Blockquote,
  links: TokensList['links'],
  seePicture?: SeePicture,
): string {
  const inner = toBlocks(Object.assign([...tokens], { links }), seePicture);
  if (inner === '') return '';
  return wrapped('quote', `<blockquote class="wp-block-quote">${inner}</blockquote>`);
}

function wrapped(name: string, html: string, attributes?: object): string {
  const said = attributes === undefined ? '' : ` ${JSON.stringify(attributes)}`;
  return `<!-- wp:${name}${said} -->\n${html}\n<!-- /wp:${name} -->`;
}
