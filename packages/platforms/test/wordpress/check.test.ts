import type { Media } from '@affiche/core';
import { wordpress } from '@affiche/platforms/wordpress';
import { describe, expect, it } from 'vitest';
import { compose, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const platform = wordpress();
const image: Media = {
  source: { path: 'images/boots.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};
const items = (item: object): Sketch => ({ items: [item] });
const rules = (draft: Sketch, given: { options?: object; facts?: object } = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule.replace('wordpress/', '')}`);
const text = items({ text: 'Boots' });

describe('bad input', { timeout: 20_000 }, () => {
  it.each([
    ['a long text', items({ text: 'word '.repeat(20_000) }), []],
    ['half a character', items({ text: 'a\ud83d' }), ['error text/lone-surrogate']],
    ['1 MB of combining marks', items({ text: 'e\u0301'.repeat(350_000) }), []],
    ['a text from right to left', items({ text: 'מגפיים 👢 أحذية' }), []],
    ['an address without a scheme', items({ text: '[boots](example.com/boots)' }), []],
    [
      'nothing',
      items({ text: ' \n' }),
      ['error text/empty', 'error text/nothing-left', 'error title/missing'],
    ],
    [
      'nothing but a script',
      items({ text: '<script>alert(1)</script>' }),
      ['error text/nothing-left', 'error title/missing'],
    ],
    [
      'a picture that is missing',
      items({ text: '# A\n\n![b](images/hat.jpg)' }),
      ['error markdown/missing-image'],
    ],
    [
      'a picture that is missing from HTML-like addresses',
      items({ text: '# A\n\n![b](%E0%A4%A)' }),
      ['error markdown/missing-image'],
    ],
    [
      'a picture that is there',
      items({ text: '# A\n\n![b](./images/boots.jpg)', media: [image] }),
      [],
    ],
    ['a picture by its name alone', items({ text: '# A\n\n![b](boots.jpg)', media: [image] }), []],
    [
      'a picture that is missing from a tag among Markdown',
      items({ text: '# A\n\nSee <img alt=b src=hat.jpg>\n\n> <img src="images/cap.jpg">' }),
      ['error markdown/missing-image', 'error markdown/missing-image'],
    ],
    [
      'a picture that is there, in a tag among Markdown',
      items({ text: '# A\n\n<img src=boots.jpg>', media: [image] }),
      [],
    ],
    ['a picture on the web', items({ text: '# A\n\n![b](https://example.com/b.jpg)' }), []],
    [
      'an image without words',
      items({ text: 'A', media: [{ ...image, alt: undefined }] }),
      ['error media/alt-missing'],
    ],
    [
      'a drawing that may run',
      items({ text: 'A', media: [{ ...image, mimeType: 'image/svg+xml' }] }),
      ['error media/type'],
    ],
    [
      'a heavy file',
      items({ text: 'A', media: [{ ...image, bytes: 2_097_153 }] }),
      ['error media/bytes'],
    ],
    [
      'an image of the wrong type behind the right name',
      items({ text: 'A', media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error media/disguise'],
    ],
    [
      'a comment with a picture',
      { items: [{ text: 'A' }, { text: 'B', role: 'first-comment', media: [image] }] },
      ['error comment/media'],
    ],
    [
      'an answer to nobody',
      { items: [{ text: 'x' }], replyTo: { id: 'at://x' } },
      ['error reply/unknown-comment'],
    ],
    [
      'a poll',
      items({ text: 'x', poll: { options: ['a', 'b'], durationSeconds: 60 } }),
      ['error poll/not-offered'],
    ],
  ] as [string, Sketch, string[]][])('%s gets its finding', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  it.each([
    ['a slug that WordPress would change', { slug: 'Été 2027' }, 'slug/characters'],
    ['a long slug', { slug: 'x'.repeat(201) }, 'slug/length'],
    [
      'a draft with a time',
      { status: 'draft', scheduledAt: '2027-01-04T08:00:00Z' },
      'schedule/status',
    ],
  ])('%s in the options gets its finding', (_name, options, expected) => {
    expect(rules(text, { options })).toEqual([`error ${expected}`]);
  });

  it('knows that contributors do not publish', () => {
    const facts = { canPublish: false };
    expect(rules(text, { facts })).toEqual(['error account/not-allowed']);
    expect(rules(text, { facts, options: { status: 'pending' } })).toEqual([]);
  });

  it('finds a missing picture in HTML, too', () => {
    const html = items({
      text: '<p>A</p><img src="hat.jpg"><img src=cap.jpg><img src=\'images/boots.jpg\'>',
      media: [image],
    });
    expect(rules(html, { options: { format: 'html' } })).toEqual([
      'error markdown/missing-image',
      'error markdown/missing-image',
    ]);
  });
});
