import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitImage, keepMedia, mediaHash, openMedia, probeMedia } from '@affiche/publish/media';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { animation, image, noise } from './media-samples.ts';

describe('an image made to fit', () => {
  it.each(['png', 'webp', 'gif', 'avif', 'tiff'] as const)(
    'becomes a JPEG where one is demanded, if it was a %s',
    async (format) => {
      const fitted = await fitImage(await image(format), { type: 'image/jpeg' });
      expect(fitted).toMatchObject({ mimeType: 'image/jpeg', width: 40, height: 20 });
      expect((await probeMedia(fitted.bytes)).media.mimeType).toBe('image/jpeg');
    },
  );

  it('stays what it is, if nothing else is demanded', async () => {
    expect((await fitImage(await image('webp'))).mimeType).toBe('image/webp');
    expect((await fitImage(await image('tiff'))).mimeType).toBe('image/jpeg');
  });

  it('stands upright, and no longer says who took it where', async () => {
    const taken = await image('jpeg', { orientation: 6 });
    expect(Buffer.from(taken).toString('latin1')).toContain('a secret baker');
    const fitted = await fitImage(taken);
    expect(fitted).toMatchObject({ width: 20, height: 40 });
    expect(Buffer.from(fitted.bytes).toString('latin1')).not.toContain('a secret baker');
    const { exif, orientation } = await sharp(fitted.bytes).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
    // The blue corner was at the top left, and a quarter turn clockwise brings it to the right.
    const raw = await sharp(fitted.bytes).raw().toBuffer();
    const blue = (x: number, y: number) => raw[(y * 20 + x) * 3 + 2] ?? 0;
    expect(blue(18, 1)).toBeGreaterThan(200);
    expect(blue(1, 1)).toBeLessThan(60);
  });

  it('weighs less than the limit, by a little quality first and then by size', async () => {
    const bytes = await noise(600, 400);
    const best = await fitImage(bytes, { type: 'image/jpeg' });
    const lighter = await fitImage(bytes, { type: 'image/jpeg', maxBytes: best.bytes.length - 1 });
    expect(lighter).toMatchObject({ width: 600, height: 400 });
    const smaller = await fitImage(bytes, { type: 'image/jpeg', maxBytes: 20_000 });
    expect(smaller.bytes.length).toBeLessThanOrEqual(20_000);
    expect(smaller.width).toBeLessThan(600);
    expect(smaller.width / smaller.height).toBeCloseTo(1.5, 1);
  });

  it('keeps its proportions inside the limits, and is never enlarged', async () => {
    const wide = await fitImage(await image('png', { width: 400, height: 100 }), { maxWidth: 100 });
    expect(wide).toMatchObject({ width: 100, height: 25 });
    const small = await fitImage(await image('png'), { maxWidth: 4000, maxHeight: 4000 });
    expect(small).toMatchObject({ width: 40, height: 20 });
  });

  it('shows a colour where it was transparent, if its new type has no transparency', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const create = { width: 4, height: 4, channels: 4, background: clear } as const;
    const bytes = await sharp({ create }).png().toBuffer();
    const fitted = await fitImage(bytes, { type: 'image/jpeg', background: 'lime' });
    const [red, green] = await sharp(fitted.bytes).raw().toBuffer();
    expect(red).toBeLessThan(10);
    expect(green).toBeGreaterThan(245);
  });

  it('is the same bytes each time', async () => {
    const bytes = await image('png');
    const [first, second] = [await fitImage(bytes), await fitImage(bytes)];
    expect(first.hash).toBe(second.hash);
    expect(first.hash).toBe(mediaHash(second.bytes));
  });

  it('is refused when it moves, is damaged, or cannot be made light enough', async () => {
    await expect(fitImage(await animation('gif'))).rejects.toMatchObject({
      code: 'image-animated',
    });
    const cut = (await image('jpeg')).slice(0, 200);
    await expect(fitImage(cut)).rejects.toMatchObject({ code: 'image-unreadable' });
    const options = { type: 'image/jpeg', maxBytes: 100 } as const;
    await expect(fitImage(await image('png'), options)).rejects.toMatchObject({
      code: 'image-too-large',
    });
  });
});

describe('a file that is kept', () => {
  it('lies under its hash, can be opened, and is there once however often it is kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-'));
    try {
      const { bytes } = await fitImage(await image('png'), { type: 'image/jpeg' });
      const { media, hash } = await keepMedia(bytes, { folder });
      await keepMedia(bytes, { folder });
      expect(media.source).toEqual({ path: join(folder, `${hash}.jpg`) });
      expect(readdirSync(folder)).toEqual([`${hash}.jpg`]);
      expect(await openMedia({ folders: [folder] })(media.source)).toEqual(bytes);
      const text = new TextEncoder().encode('no media');
      await expect(keepMedia(text, { folder })).rejects.toMatchObject({ code: 'media-unknown' });
      const blocked = join(folder, `${hash}.jpg`, 'below');
      await expect(keepMedia(bytes, { folder: blocked })).rejects.toMatchObject({
        code: 'media-not-kept',
      });
      expect(readFileSync(join(folder, `${hash}.jpg`)).equals(bytes)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
