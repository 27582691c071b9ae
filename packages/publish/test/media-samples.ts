import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import sharp from 'sharp';

type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff';

/** A red image with a blue corner. */
export async function image(
  format: ImageFormat,
  { width = 40, height = 20, orientation = 1 } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const blue = await sharp({ create: { width: 5, height: 5, channels: 3, background: 'blue' } })
    .png()
    .toBuffer();
  const bytes = await sharp({ create: { width, height, channels: 3, background: 'red' } })
    .composite([{ input: blue, left: 0, top: 0 }])
    .withMetadata({ orientation })
    .withExif({ IFD0: { Artist: 'a secret baker' } })
    .toFormat(format)
    .toBuffer();
  return new Uint8Array(bytes);
}

/** An image of pure noise, which nothing compresses. */
export async function noise(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const gaussian = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width, height, channels: 3, background: 'grey', noise: gaussian } as const;
  return new Uint8Array(await sharp({ create }).png().toBuffer());
}

/** Two frames, red and blue. */
export async function animation(format: 'gif' | 'webp'): Promise<Uint8Array<ArrayBuffer>> {
  const frames = await Promise.all(
    ['red', 'blue'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const joined = await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
  return new Uint8Array(joined);
}

/** A film whose pictures nobody can decode: only its container is read. */
export async function film(
  container: 'mp4' | 'webm',
  { rotation = 0 }: { readonly rotation?: 0 | 90 } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [seconds, width, height] = [2, 320, 180];
  const isMp4 = container === 'mp4';
  const target = new BufferTarget();
  const format = isMp4 ? new Mp4OutputFormat() : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource('vp9');
  output.addVideoTrack(source, isMp4 ? { rotation } : {});
  await output.start();
  const decoderConfig = { codec: 'vp09.00.10.08', codedWidth: width, codedHeight: height };
  for (let second = 0; second < seconds; second += 1) {
    const packet = new EncodedPacket(new Uint8Array(100), 'key', second, 1);
    await source.add(packet, { decoderConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

/** A sound in the container of films. */
export async function sound({ seconds = 3 } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000 };
  for (let second = 0; second < seconds; second += 1) {
    await source.add(new EncodedPacket(new Uint8Array(50), 'key', second, 1), { decoderConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}
