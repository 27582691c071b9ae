import sanitizeHtml from 'sanitize-html';
import { decodeEntities } from '../html-text.ts';

const tags =
  'a abbr b blockquote br caption cite code del dd div dl dt em figcaption figure ' +
  'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub ' +
  'sup table tbody td tfoot th thead tr u ul';

const allowed: sanitizeHtml.IOptions = {
  allowedTags: tags.split(' '),
  allowedAttributes: {
    '*': ['lang', 'dir', 'title'],
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height', 'class'],
    ol: ['start', 'reversed'],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'align', 'scope'],
    code: ['class'],
  },
  allowedClasses: { code: [/^language-[\w+#-]+$/], img: [/^wp-image-\d+$/] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https', 'affiche-media'] },
  allowProtocolRelative: false,
  // Sentences survive when what surrounds them does not; what was a program does not.
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'iframe',
    'svg',
    'math',
  ],
  enforceHtmlBoundary: false,
};

// Most of what people write: words and links to the web, in which a parser would change nothing.
const plain =
  /^<p>(?:[^<>&]|&amp;|<a href="https?:\/\/(?:[^\s"<>&\\]|&amp;)+">(?:[^<>&]|&amp;)*<\/a>)*<\/p>\s*$/;

/** Is shown the attributes of every picture, and says what they are to be. */
export type SeePicture = (attributes: Record<string, string>) => Record<string, string>;

/**
 * Leaves of HTML what a text needs, and nothing that runs: no scripts, no styles, no frames, no forms,
 * no handlers, no comments, no addresses but those of the web and of mail.
 */
export function sanitize(html: string, seePicture?: SeePicture): string {
  if (plain.test(html)) return html;
  if (!seePicture) return sanitizeHtml(html, allowed);
  return sanitizeHtml(html, {
    ...allowed,
    transformTags: { img: (tagName, attribs) => ({ tagName, attribs: seePicture(attribs) }) },
  });
}

/** Brackets that readers see, and in which WordPress finds nothing to run. */
export function escapeShortcodes(html: string): string {
  return html.replaceAll('[', '&#91;');
}

/** The words of HTML alone. */
export function plainText(html: string): string {
  return decodeEntities(
    sanitizeHtml(inLines(html), { allowedTags: [], allowedAttributes: {} }),
  ).trim();
}

/** The words of HTML that is safe already: every bracket that is left in it begins or ends a tag. */
export function safePlainText(html: string): string {
  return decodeEntities(inLines(html).replaceAll(/<[^>]*>/g, '')).trim();
}

function inLines(html: string): string {
  return html.replaceAll(/(<(?:br|\/p|\/h\d|\/li)\b[^>]*>)\n?/gi, '$1\n');
}

/** Text as HTML, so that every character is shown as it was written. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
