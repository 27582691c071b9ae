import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seed } from '../composition.ts';
import { anyCharacters } from '../text-arbitrary.ts';
import { bodyOf, composed, platform } from './composed.ts';

const pieces = fc.constantFrom(
  'word',
  '👋🏽',
  ' ',
  '\n',
  '#galette',
  '#2027',
  '#',
  'https://example.com/a_(b)#c',
  '@[Acme (Corp)](urn:li:organization:2414183)',
  '@[',
  ...String.raw`\ | { } @ [ ] ( ) < > * _ ~`.split(' '),
);
const texts = fc
  .array(pieces, { minLength: 1, maxLength: 12 })
  .map((parts) => `x${parts.join('')}`);

/** Takes out everything that the format allows unescaped. */
function leftover(encoded: string): string {
  return encoded
    .replaceAll(/\\[\\|{}@[\]()<>#*_~]/g, '')
    .replaceAll(/\{hashtag\|\|[^|{}]+\}/g, '')
    .replaceAll(/@\[[^[\]]*\]\(urn:li:organization:2414183\)/g, '');
}

describe('the little text', () => {
  it.each([
    [
      'a_b (c) <d> *e* ~f~ {g|h} [i] j@k \\',
      String.raw`a\_b \(c\) \<d\> \*e\* \~f\~ \{g\|h\} \[i\] j\@k \\`,
    ],
    ['#galette #2027', String.raw`{hashtag|\#|galette} \#2027`],
    ['#été_2027!', String.raw`{hashtag|\#|été\_2027}!`],
    ['@[Acme Corp](urn:li:organization:2414183)', '@[Acme Corp](urn:li:organization:2414183)'],
    ['https://a.example/#b_c', String.raw`https://a.example/\#b\_c`],
  ])('writes %s so that nothing is cut', (text, encoded) => {
    expect(bodyOf(text).commentary).toBe(encoded);
  });

  it('leaves no reserved character unescaped but in mentions and hashtags', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(leftover(bodyOf(text).commentary)).not.toMatch(/[\\|{}@[\]()<>#*_~]/);
      }),
    );
  });

  it('is accepted exactly when readers see no more than 3000 characters', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2980, max: 3020 }), (text, length) => {
        const seen = platform.preview(composed(text)).items[0]?.length.measured ?? 0;
        const long = text + 'é'.repeat(length - seen);
        const rules = platform.check(composed(long)).map(({ rule }) => rule);
        expect(rules.includes('linkedin/text/length')).toBe(length > 3000);
      }),
    );
  });

  it('compiles to the same bytes each time, whatever the text', () => {
    fc.assert(
      fc.property(anyCharacters(), (text) => {
        const once = platform.compile(composed(text), seed);
        expect(platform.compile(composed(text), seed)).toEqual(once);
      }),
    );
  });

  it('is quick with a megabyte of combining marks', () => {
    const rules = platform
      .check(composed(`a${'\u0301'.repeat(1_000_000)}`))
      .map(({ rule }) => rule);
    expect(rules).toContain('linkedin/text/length');
  });
});
