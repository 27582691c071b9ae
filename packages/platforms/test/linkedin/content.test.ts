import type { Media } from '@affiche/core';
import { linkedin } from '@affiche/platforms/linkedin';
import { describe, expect, it } from 'vitest';
import type { Sketch } from '../composition.ts';
import { bodyOf, composed, platform } from './composed.ts';

const image: Media = {
  source: { path: 'x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'A galette',
};
const paper: Media = { ...image, kind: 'document', mimeType: 'application/pdf' };
const poll = { options: ['a', 'b'], durationSeconds: 86_400 };
const post = (item: object): Sketch => ({ items: [{ text: 'x', ...item }] });

describe('a version', () => {
  it.each([
    ['202609', '2027-06-30', []],
    ['202609', '2027-07-01', ['warning linkedin/version/ageing']],
    ['202609', '2027-09-15', ['error linkedin/version/sunset']],
    ['202603', '2027-03-16', ['error linkedin/version/sunset']],
    ['202511', '2026-11-15', ['warning linkedin/version/ageing']],
    ['202511', '2026-11-16', ['error linkedin/version/sunset']],
    ['2026-09', '2026-11-16', ['error linkedin/version/format']],
  ])('%s on %s gives %j', (apiVersion, readOn, expected) => {
    const found = linkedin({ apiVersion }).check(composed('x', { facts: { readOn } }));
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(expected);
  });
});

describe('what a post shows', () => {
  it('is one kind of content', () => {
    const link = { url: 'https://example.com', title: 'Galette', description: 'Warm.', image };
    expect(bodyOf('x').content).toBeUndefined();
    expect(bodyOf(post({ link })).content).toEqual({
      article: {
        source: 'https://example.com',
        title: 'Galette',
        description: 'Warm.',
        thumbnail: { $output: 'thumbnail-0', path: ['id'] },
      },
    });
    expect(bodyOf(post({ link, media: [paper] }))).toMatchObject({
      commentary: 'x\n\nhttps://example.com',
      content: { media: { id: { $output: 'upload-0-0' }, title: 'A galette' } },
    });
    expect(bodyOf(post({ media: [image, { ...image, alt: '' }] })).content).toEqual({
      multiImage: {
        images: [
          { id: { $output: 'upload-0-0', path: ['id'] }, altText: 'A galette' },
          { id: { $output: 'upload-0-1', path: ['id'] } },
        ],
      },
    });
    expect(
      bodyOf(post({ poll: { ...poll, durationSeconds: 100_000 } }), { pollQuestion: 'What?' })
        .content,
    ).toEqual({
      poll: {
        question: 'What?',
        options: [{ text: 'a' }, { text: 'b' }],
        settings: { duration: 'THREE_DAYS' },
      },
    });
  });

  it('is seen beforehand with its links', () => {
    const text = '@[Acme](urn:li:organization:1) #tea https://a.example';
    expect(platform.preview(composed(text)).items[0]).toMatchObject({
      segments: [
        { text: 'Acme', href: 'https://www.linkedin.com/company/1' },
        { text: ' ' },
        { text: '#tea', href: 'https://www.linkedin.com/feed/hashtag/tea' },
        { text: ' ' },
        { text: 'https://a.example', href: 'https://a.example' },
      ],
      length: { measured: 27, limit: 3000 },
    });
  });
});
