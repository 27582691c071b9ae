import type { Media } from '@affiche/core';
import { telegram } from '@affiche/platforms/telegram';
import { describe, expect, it } from 'vitest';
import { compose, type Sketch } from '../composition.ts';
import { files } from '../platform-io.ts';

const platform = telegram();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4' };
const pdf: Media = { ...image, kind: 'document', mimeType: 'application/pdf' };
const poll = { options: ['a', 'b'], durationSeconds: 600 };
const items = (item: object): Sketch => ({ items: [item] });
const rules = (draft: Sketch, given: { options?: object; facts?: object } = {}) =>
  platform
    .check(compose(platform, draft, given))
    .map(({ rule, severity }) => `${severity} ${rule.replace('telegram/', '')}`);

describe('bad input', { timeout: 20_000 }, () => {
  it.each([
    ['a text that just fits', items({ text: 'x'.repeat(4096) }), []],
    ['a character too many', items({ text: 'x'.repeat(4097) }), ['error text/length']],
    [
      'a unit of an emoji too many',
      items({ text: `${'x'.repeat(4095)}👢` }),
      ['error text/length'],
    ],
    ['white space that is cut off', items({ text: ` ${'x'.repeat(4096)} ` }), []],
    [
      'a caption too long',
      items({ text: 'x'.repeat(1025), media: [image] }),
      ['error text/length'],
    ],
    ['a question too long', items({ text: 'x'.repeat(301), poll }), ['error text/length']],
    ['half a character', items({ text: 'a\ud83d' }), ['error text/lone-surrogate']],
    ['1 MB of combining marks', items({ text: 'e\u0301'.repeat(350_000) }), ['error text/length']],
    ['a text from right to left', items({ text: 'מגפיים 👢 أحذية' }), []],
    ['an address without a scheme', items({ text: 'example.com/boots' }), []],
    ['nothing', items({ text: ' \n' }), ['error text/empty']],
    ['a poll without a question', items({ poll }), ['error text/empty']],
    [
      '13 choices',
      items({ text: '?', poll: { ...poll, options: 'abcdefghijklm'.split('') } }),
      ['error poll/options'],
    ],
    [
      'a poll of 4 seconds',
      items({ text: '?', poll: { ...poll, durationSeconds: 4 } }),
      ['error poll/too-short'],
    ],
    [
      '11 pictures',
      items({ media: Array.from({ length: 11 }, () => image) }),
      ['error media/count'],
    ],
    ['a picture and a document', items({ media: [image, pdf] }), ['error media/mixed']],
    [
      'two animations',
      items({ media: [film, film].map((each) => ({ ...each, kind: 'animation' })) }),
      ['error media/mixed'],
    ],
    ['a heavy photo', items({ media: [{ ...image, bytes: 10_000_001 }] }), ['error media/bytes']],
    ['a heavy document', items({ media: [{ ...pdf, bytes: 50_000_001 }] }), ['error media/bytes']],
    [
      'a wide photo',
      items({ media: [{ ...image, width: 9000, height: 1001 }] }),
      ['error media/pixels'],
    ],
    [
      'a ribbon',
      items({ media: [{ ...image, width: 2100, height: 100 }] }),
      ['error media/aspect'],
    ],
    [
      'a film of the wrong type',
      items({ media: [{ ...film, mimeType: 'video/webm' }] }),
      ['error media/type'],
    ],
    [
      'an image of the wrong type behind the right name',
      items({ media: [{ ...image, source: { base64: files.png.toString('base64') } }] }),
      ['error media/disguise'],
    ],
    [
      'words for a picture',
      items({ media: [{ ...image, alt: 'Boots' }] }),
      ['info media/alt-not-shown'],
    ],
    [
      'an answer to nobody',
      { items: [{ text: 'x' }], replyTo: { id: 'at://x' } },
      ['error reply/unknown-message'],
    ],
    [
      'a warning',
      { items: [{ text: 'x' }], contentWarning: 'Feet' },
      ['warning content-warning/not-shown'],
    ],
    [
      'a comment',
      { items: [{ text: 'x' }, { text: 'y', role: 'first-comment' }] },
      ['warning first-comment/in-chat'],
    ],
  ] as [string, Sketch, string[]][])('%s gets its finding', (_name, draft, expected) => {
    expect(rules(draft)).toEqual(expected);
  });

  const span = { type: 'bold', offset: 0, length: 4 };
  it.each([
    ['after the end', [{ ...span, length: 8 }]],
    ['through an emoji', [{ ...span, length: 6 }]],
    ['in an item that is not there', [{ ...span, item: 1 }]],
    ['a link to nowhere', [{ ...span, type: 'text_link', url: 'javascript:alert(1)' }]],
    ['an emoji without an id', [{ ...span, type: 'custom_emoji' }]],
    ['that cross', [span, { type: 'italic', offset: 2, length: 3 }]],
    [
      'in code',
      [
        { ...span, type: 'code' },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
  ])('a span %s is an error', (_name, entities) => {
    expect(rules({ items: [{ text: 'Boots👢' }] }, { options: { entities } })).toEqual([
      'error entities/span',
    ]);
  });

  it('knows what the chat does not allow', () => {
    expect(rules(items({ text: 'x' }), { facts: { canPost: false } })).toEqual([
      'error account/not-allowed',
    ]);
    expect(rules(items({ text: '?', poll }), { options: { anonymousPoll: false } })).toEqual([
      'error poll/anonymous',
    ]);
  });
});
