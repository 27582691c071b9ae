import { contentHash, Media } from '@affiche/core';
import { mediaHash, probeMedia } from '@affiche/publish/media';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { animation, film, image, sound } from './media-samples.ts';

describe('what a file is', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
    ['avif', 'image/avif'],
    ['tiff', 'image/tiff'],
  ] as const)('is told by the content of a %s', async (format, mimeType) => {
    const bytes = await image(format);
    const { media, findings, hash } = await probeMedia(bytes);
    const facts = { kind: 'image', mimeType, width: 40, height: 20, bytes: bytes.length };
    expect(media).toMatchObject(facts);
    expect(media.source).toEqual({ base64: Buffer.from(bytes).toString('base64') });
    expect(hash).toBe(mediaHash(bytes));
    expect(findings).toEqual([]);
  });

  it('is told as people see it, turned the way the camera was held', async () => {
    const { media } = await probeMedia(await image('jpeg', { orientation: 6 }));
    expect(media).toMatchObject({ width: 20, height: 40 });
  });

  it.each(['gif', 'webp'] as const)('moves, if a %s has two frames', async (format) => {
    const { media } = await probeMedia(await animation(format));
    expect(media).toMatchObject({ kind: 'animation', mimeType: `image/${format}`, width: 8 });
  });

  it.each(['mp4', 'webm'] as const)('has a length, if it is a film in %s', async (container) => {
    const { media, findings } = await probeMedia(await film(container), { name: `a.${container}` });
    const facts = { kind: 'video', width: 320, height: 180, durationSeconds: 2 };
    expect(media).toMatchObject({ mimeType: `video/${container}`, ...facts });
    expect(findings).toEqual([]);
  });

  it('is told as people see it, when a film was taken upright', async () => {
    const { media } = await probeMedia(await film('mp4', { rotation: 90 }));
    expect(media).toMatchObject({ width: 180, height: 320 });
  });

  it('is a sound, if a container of films has no pictures', async () => {
    const { media } = await probeMedia(await sound());
    expect(media).toMatchObject({ kind: 'audio', durationSeconds: 3 });
    expect(media).not.toHaveProperty('width');
  });

  it('is a document, if it is one', async () => {
    const subtitles = new TextEncoder().encode('WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n');
    const { media } = await probeMedia(subtitles, { name: 'captions.vtt' });
    expect(media).toMatchObject({ kind: 'document', mimeType: 'text/vtt' });
  });
});

describe('a finding', () => {
  it('tells when the name promises another type than the content has', async () => {
    const { media, findings } = await probeMedia(await image('png'), { name: 'photo.JPG' });
    expect(media.mimeType).toBe('image/png');
    expect(findings).toMatchObject([
      { rule: 'media/type/name', severity: 'warning', measured: 'image/png' },
    ]);
  });

  it.each(['<html>', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'hello', ''])(
    'tells that %j is no media, whatever its name',
    async (text) => {
      const bytes = new TextEncoder().encode(text);
      const { media, findings } = await probeMedia(bytes, { name: 'photo.jpg' });
      expect(media.mimeType).toBe('application/octet-stream');
      expect(findings).toMatchObject([{ rule: 'media/type/unknown', severity: 'error' }]);
    },
  );

  it.each(['jpeg', 'png', 'webp'] as const)('tells that a %s was cut off', async (format) => {
    const { findings } = await probeMedia((await image(format)).slice(0, 20));
    expect(findings).toMatchObject([{ rule: 'media/content/damaged', severity: 'error' }]);
  });

  it('tells that a film was cut off before its index', async () => {
    const { findings } = await probeMedia((await film('mp4')).slice(0, 60));
    expect(findings).toMatchObject([{ rule: 'media/content/damaged', severity: 'error' }]);
  });

  it('comes to an end wherever a film was cut off', async () => {
    // Some cuts leave the eight bytes over which a look would stand still for ever.
    const whole = await film('webm');
    for (let length = 1; length < whole.length; length += 1) {
      const { media } = await probeMedia(whole.slice(0, length));
      expect(media.bytes).toBe(length);
    }
  });

  it('is all that damage ever leads to: nothing is thrown, and the facts stay facts', async () => {
    const samples = await Promise.all([
      ...(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const).map((each) => image(each)),
      animation('gif'),
      film('mp4'),
      film('webm'),
    ]);
    const edit = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.nat(255) });
    const damage = fc.record({
      sample: fc.constantFrom(...samples),
      edits: fc.array(edit, { maxLength: 8 }),
      length: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, edits, length }) => {
        const bytes = sample.slice(0, Math.ceil(sample.length * length));
        for (const { at, to } of edits) bytes[Math.floor(at * bytes.length)] = to;
        const probed = await probeMedia(bytes);
        expect(Media.parse(probed.media).bytes).toBe(bytes.length);
        const again = await probeMedia(bytes);
        expect(contentHash(again.media)).toBe(contentHash(probed.media));
      }),
      { numRuns: 300 },
    );
  });
});
