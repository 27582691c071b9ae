import { countMastodon, mastodon } from '@affiche/platforms/mastodon';
import * as fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { compose } from '../composition.ts';
import { socialText } from '../text-arbitrary.ts';

const platform = mastodon();

// A text and its length by the documented rules, which nothing but its making tells.
const known = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ['word', 4],
        ['Größe', 5],
        ['Cafe\u0301', 4],
        ['新しい靴', 4],
        ['שלום', 4],
        ['👩‍👩‍👧', 1],
        ['🇦🇹', 1],
        ['👍🏽', 1],
        ['example.com/page', 16],
        ['#tag', 4],
        ['@anna', 5],
        ['$ACME', 5],
        ['a@b.org', 7],
        ['https://', 8],
        ['https://nowhere.nonexistent', 27],
        ['@anna@example.social', 5],
        ['@a_b.c@sub.example.social', 6],
        ['@Anna@münchen.de', 5],
      ),
      fc
        .tuple(
          fc.constantFrom('https://', 'http://', 'HTTPS://'),
          fc.constantFrom('example.com', 'sub.example.co.uk', 'münchen.de', 'a-b.org'),
          fc.constantFrom(
            '',
            '/',
            '/a/b?c=d&e=f#g',
            '/a_(b)',
            '/~x/%20y',
            `/${'long'.repeat(100)}`,
          ),
        )
        .map((parts): [string, number] => [parts.join(''), 23]),
    ),
    { maxLength: 30 },
  )
  .chain((words) =>
    fc
      .array(fc.constantFrom([' ', 1], ['\n\n', 2], [', ', 2], ['. ', 2], [') ', 2], ['! (', 3]), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((spaces) => {
        const parts = words.flatMap((word, index) => [word, spaces[index]!]);
        return {
          text: parts.map(([part]) => part).join(''),
          length: parts.reduce((sum, [, count]) => sum + count, 0),
        };
      }),
  );

const mark = fc.constantFrom('', ...'é新@#$/.,!()"_-:9x'.split(''));
const hosts =
  'example.com EXAMPLE.COM a.b.example.org example.nonexistent exa_mple.com -a.com a-.com ' +
  'a_b.c.com example.com.nonexistent localhost 127.0.0.1 münchen.de пример.рф ' +
  'xn--mnchen-3ya.de a.xn--p1ai example.com@host.org x.com+y';
const host = fc.constantFrom(...hosts.split(' '));
const path = fc.constantFrom('', '/', '/a', ':8080/x', '?q=1', '/a?b=c#d', '/(a)');

/** Addresses, right and wrong, each between two marks. */
const addresses = fc
  .array(
    fc.tuple(mark, fc.constantFrom('https://', 'http://', 'HTTP://', 'ftp://'), host, path, mark),
    { maxLength: 4 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(' '));

describe('counting', { timeout: 60_000 }, () => {
  it('follows the documented rules on 10,000 strings', () => {
    fc.assert(
      fc.property(known, ({ text, length }) => {
        expect(countMastodon(text)).toBe(length);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  it('shortens addresses where Twitter’s own library, which Mastodon builds on, finds them', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        const found = twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false });
        const shortened = countMastodon(text, { charactersPerUrl: 1000 });
        expect(Math.floor(shortened / 1000)).toBe(found.length);
      }),
      { numRuns: 5000, seed: 2 },
    );
  });

  it('accepts exactly the texts that are short enough', () => {
    fc.assert(
      fc.property(socialText, fc.integer({ min: 1, max: 40 }), (part, times) => {
        const text = part.repeat(times);
        const fits = text.isWellFormed() && text.trim() !== '' && countMastodon(text) <= 500;
        expect(platform.check(compose(platform, text)).length === 0).toBe(fits);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});
