import * as fc from 'fast-check';

const pieces = [
  'word',
  'Größe',
  'été',
  'Cafe\u0301',
  '新しい靴',
  'שלום',
  'مرحبا',
  '👋',
  '👩‍👩‍👧',
  '👍🏽',
  '🇦🇹',
  '1️⃣',
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}',
  '\u200b',
  '\u200d',
  '\ufe0f',
  '\u00ad',
  '\u2060',
  '\ud83d',
  '\udc4b',
  'https://example.com',
  'http://example.com/p/1?q=a&b=(c)#d',
  'https://example.com/a_(b)',
  'HTTPS://EXAMPLE.COM',
  'https://',
  'http://.',
  'https:///x',
  'httpbin.org/x',
  'example.com',
  'example.com/p',
  'Example.Com',
  'example.COM',
  'foo.notatld',
  'a.b.co.uk:8080/x',
  'münchen.de',
  'https://münchen.de/é',
  'xn--mnchen-3ya.de',
  'localhost',
  '127.0.0.1',
  '@alice.bsky.social',
  '@bob.test',
  '@alice',
  '@alice@example.social',
  '@a.com_b',
  '@a..com',
  '@.com',
  '@a.com.-',
  '@@a.com',
  '#tag',
  '#',
  '##tag',
  '＃全角',
  '#123',
  '#1a',
  '#tag!?',
  '#\ufe0f',
  '#👍',
  '#a\u200bb',
  '#tag_with-dash.',
  '$ACME',
  '$acme',
  '$TOOLONG',
  '$1',
  '$A.',
  '$a)',
];
const glue = [
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u3000',
  '',
  '(',
  ')',
  '[',
  '"',
  "'",
  '.',
  ',',
  '!',
  '_',
  '-',
  '/',
  ':',
  '@',
  '#',
];

/** Text as people and their mistakes write it: what networks look for, glued together in every way. */
export const socialText = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: anyCharacters(6) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      ),
      fc.constantFrom(...glue),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.flat().join(''));

/**
 * Any characters that there can be, assigned or not. The library's own units of this kind take seconds to
 * set up.
 */
export function anyCharacters(maxLength?: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0x10_f7_ff }), maxLength === undefined ? {} : { maxLength })
    .map((points) =>
      String.fromCodePoint(...points.map((each) => (each < 0xd800 ? each : each + 0x800))),
    );
}
