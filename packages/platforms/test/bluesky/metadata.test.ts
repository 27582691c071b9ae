import type { Media } from '@affiche/core';
import { bluesky, type BlueskySettings } from '@affiche/platforms/bluesky';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { testIo } from '../platform-io.ts';
import { did, pds } from './pds.ts';

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const entry = (little: boolean, tag: number, value: number) => {
  const bytes = Buffer.alloc(12);
  const write = (at: number, number: number) =>
    little ? bytes.writeUInt16LE(number, at) : bytes.writeUInt16BE(number, at);
  write(0, tag);
  write(2, 3);
  write(little ? 4 : 6, 1);
  write(8, value);
  return bytes;
};
const exif = (little: boolean, orientation: number) => {
  const head = little ? '49492a00080000000200' : '4d4d002a000000080002';
  const tiff = Buffer.concat([
    Buffer.from(head, 'hex'),
    entry(little, 0x0100, 640),
    entry(little, 0x0112, orientation),
    Buffer.from('00000000', 'hex'),
    Buffer.from('GPS 48.8566 N 2.3522 E'),
  ]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
};
const start = Buffer.from('ffd8', 'hex');
const quantization = segment(0xdb, Buffer.alloc(65, 7));
const picture = Buffer.concat([
  segment(0xda, Buffer.alloc(10)),
  Buffer.from('picture\xff\xd9', 'latin1'),
]);

/** What arrives at the server of a file. */
async function upload(file: Buffer, settings: BlueskySettings = {}): Promise<Buffer> {
  await using server = await pds();
  const platform = bluesky(settings);
  const media: Media[] = [
    { source: { path: 'x' }, kind: 'image', mimeType: 'image/jpeg', bytes: file.length, alt: '' },
  ];
  const composition = compose(platform, { items: [{ media }] }, { host: server.host });
  const [step] = platform.compile(composition, seed);
  const io = {
    ...testIo({ accessJwt: 'access-1', did }),
    openMedia: async () => new Uint8Array(file),
  };
  await platform.run(composition.account, step!, { outputs: {} }, io);
  return server.received[0]!.bytes;
}

describe('a picture', () => {
  it.each([true, false])(
    'loses where it was taken, and stays the right way up (little-endian: %s)',
    async (little) => {
      const iptc = segment(0xed, Buffer.from('owner'));
      const arrived = await upload(
        Buffer.concat([start, exif(little, 6), iptc, quantization, picture]),
      );
      expect(arrived.includes('GPS')).toBe(false);
      expect(arrived.includes('owner')).toBe(false);
      const upright = Buffer.from(
        'ffe1002245786966' +
          '0000' +
          '4d4d002a00000008' +
          '0001' +
          '011200030000000100060000' +
          '00000000',
        'hex',
      );
      expect(arrived).toEqual(Buffer.concat([start, upright, quantization, picture]));
    },
  );

  it('that lies as it is needs no word about it', async () => {
    const arrived = await upload(Buffer.concat([start, exif(true, 1), quantization, picture]));
    expect(arrived).toEqual(Buffer.concat([start, quantization, picture]));
  });

  it('keeps everything where the application says so, or where there is nothing', async () => {
    const whole = Buffer.concat([start, exif(true, 6), quantization, picture]);
    expect(await upload(whole, { keepMetadata: true })).toEqual(whole);
    const plain = Buffer.concat([start, quantization, picture]);
    expect(await upload(plain)).toEqual(plain);
  });

  it('that is broken in any way goes out without an accident', async () => {
    const whole = Buffer.concat([start, exif(false, 6), quantization, picture]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(whole.length - 1),
        fc.nat(255),
        async (length, at, value) => {
          const broken = Buffer.from(whole);
          broken[at] = value;
          const arrived = await upload(broken.subarray(0, Math.max(length, 4)));
          expect(arrived.length).toBeLessThanOrEqual(whole.length);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });
});
