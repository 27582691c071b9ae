import { wordpress } from '@affiche/platforms/wordpress';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = wordpress();

// What people try, glued together in every way, also across tags that do not end.
const smuggled = fc.constantFrom(
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" alt="`',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(1))',
  '![x"onerror="alert(1)](https://example.com/a.png)',
  '[x](https://example.com "onmouseover=alert(1)")',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="x"></object><embed src="x">',
  '<form action="https://evil.example"><input name=p><button>ok</button></form>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->',
  '--><script>alert(1)</script><!--',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<template><script>alert(1)</script></template>',
  '[embed]https://evil.example[/embed]',
  '[php]system("id");[/php]',
  '![x](https://example.com/[php].png)',
  '<b title="[php]">x</b>',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '<p',
  '"',
  '>',
  '\n\n',
  '> ',
  '- ',
  '# ',
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: smuggled }, { weight: 1, arbitrary: socialText }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const boots = {
  source: { path: 'images/boots.jpg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};

function contentOf(given: string, options: object): string {
  const composition = compose(platform, given, { options: { ...options, title: 'A title' } });
  const draft = platform.compile(composition, seed).find(({ kind }) => kind === 'create-draft');
  return (draft!.request as { body: { content: string } }).body.content;
}

const known =
  /^(?:a|abbr|b|blockquote|br|caption|cite|code|del|dd|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)$/;
const harmless = new Set(
  'href src alt title class lang dir rel width height start reversed colspan rowspan align scope'.split(
    ' ',
  ),
);

/** What of a page could run or reach out, read by the rules of HTML: a tag begins with its bracket. */
function dangers(html: string): string[] {
  const blocks = /<!-- \/?wp:[a-z]+(?: \{[a-z0-9":,]+\})? -->/g;
  const rest = html.replaceAll(blocks, '');
  const found = rest.includes('<!') ? ['a comment or declaration'] : [];
  // A plugin may run anything under a name in brackets.
  if (html.includes('[')) found.push('a shortcode');
  for (const [whole, name = '', attributes = ''] of rest.matchAll(
    /<\/?([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>?/g,
  )) {
    if (!known.test(name)) found.push(whole);
    for (const [, attribute = '', value = ''] of attributes.matchAll(
      /([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g,
    )) {
      if (!harmless.has(attribute)) found.push(`${name} ${attribute}`);
      const isAddress = attribute === 'href' || attribute === 'src';
      if (isAddress && !leadsToTheWeb(value)) found.push(`${name} ${attribute}=${value}`);
    }
  }
  return found;
}

/** Where an address leads is for the rules of the web to say, not for a pattern. */
function leadsToTheWeb(quoted: string): boolean {
  const value = quoted
    .replaceAll(/^["']|["']$/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const url = URL.parse(value, 'https://blog.example/');
  return url === null || ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol);
}

describe('whatever somebody writes', () => {
  it.each([
    { format: 'markdown', output: 'blocks' },
    { format: 'markdown', output: 'html' },
    { format: 'html', output: 'html' },
  ])('nothing of it runs: %j', (options) => {
    fc.assert(
      fc.property(text, (given) => {
        expect(dangers(contentOf(given, options))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('the test itself would see it', () => {
    for (const bad of [
      '<script>',
      '<p onclick="x">',
      '<a href="javascript:x">',
      '<p style="x">',
      '<!-- x -->',
      '<svg/onload=x>',
      '[gallery]',
    ]) {
      expect(dangers(bad)).not.toEqual([]);
    }
  });

  it('compiles to the same bytes, and keeps plain words as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zà-ÿ]{1,9}$/), { minLength: 1 }), (words) => {
        const given = words.join(' ');
        const composition = compose(platform, given);
        const steps = platform.compile(composition, seed);
        expect(JSON.stringify(platform.compile(composition, seed))).toBe(JSON.stringify(steps));
        expect(platform.preview(composition).items[0]?.segments).toEqual([{ text: given }]);
      }),
      { numRuns: 50 },
    );
  });
});

it('writes blocks as the editor does', () => {
  const given = 'One **two**.\n\n## Three\n\n1. four\n\n> five\n\n---\n\n<b>six</b>';
  expect(contentOf(given, {}).split('\n\n')).toEqual([
    '<!-- wp:paragraph -->\n<p>One <strong>two</strong>.</p>\n<!-- /wp:paragraph -->',
    '<!-- wp:heading -->\n<h2 class="wp-block-heading">Three</h2>\n<!-- /wp:heading -->',
    '<!-- wp:list {"ordered":true} -->\n<ol>\n<li>four</li>\n</ol>\n<!-- /wp:list -->',
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>five</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
    '<!-- wp:separator -->\n<hr class="wp-block-separator has-alpha-channel-opacity"/>\n<!-- /wp:separator -->',
    '<!-- wp:paragraph -->\n<p><b>six</b></p>\n<!-- /wp:paragraph -->',
  ]);
});

it('lets shortcodes through where somebody trusts the plugins', () => {
  expect(contentOf('[gallery]', { shortcodes: true })).toContain('<p>[gallery]</p>');
  expect(contentOf('[gallery]', {})).toContain('<p>&#91;gallery]</p>');
});

it('shows a picture of the draft wherever the text names it, with its words', () => {
  const draft = { text: '> <img src="./boots.jpg">\n\n![](boots.jpg)', media: [boots] };
  const composition = compose(platform, { items: [draft] }, { options: { featuredMedia: 'none' } });
  const step = platform.compile(composition, seed).find(({ kind }) => kind === 'create-draft');
  const { content } = (step!.request as { body: { content: string } }).body;
  expect(content.match(/<img [^>]*>/g)).toEqual([
    '<img src="affiche-media:0" alt="Boots" />',
    '<img src="affiche-media:0" alt="Boots" />',
  ]);
});
