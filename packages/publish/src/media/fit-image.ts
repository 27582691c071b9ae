import { ConfigurationError } from '@affiche/core';
import type { Sharp } from 'sharp';
import { mediaHash } from './media-hash.ts';

/** What a network demands of an image. */
export interface FitImageOptions {
  /**
   * The type it must have.
   *
   * @defaultValue its own, if that is one of these; otherwise JPEG
   */
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp';
  /** The most it may weigh, in bytes. */
  readonly maxBytes?: number;
  /** In pixels. */
  readonly maxWidth?: number;
  /** In pixels. */
  readonly maxHeight?: number;
  /**
   * What shows through where the image is transparent and the type cannot be.
   *
   * @defaultValue white
   */
  readonly background?: string;
}

/** An image that fits. */
export interface FittedImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  /** The SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
}

type ImageType = NonNullable<FitImageOptions['type']>;

const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;
// Below the last, blocks show; from there on a smaller image is the better one.
const qualities = [90, 82, 74, 66];
const shrinking = 0.8;
const smallestSide = 32;
// 400 MB of memory; the largest cameras stay below.
const mostPixels = 100_000_000;

/**
 * Makes an image fit: turned upright, of the type that is demanded, small enough, and without what
 * the camera wrote into it (place, time, device). Never enlarges or crops. The same bytes and options
 * give the same result. Needs the package `sharp`.
 *
 * ```ts
 * import { fitImage } from '@affiche/publish/media';
 *
 * const pixel = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
 * const { mimeType } = await fitImage(pixel, { type: 'image/jpeg', maxBytes: 8_000_000 });
 * mimeType; // => 'image/jpeg'
 * ```
 *
 * @throws ConfigurationError `sharp-missing`, `image-unreadable`, `image-animated`, `image-too-large`.
 */
export async function fitImage(
  bytes: Uint8Array,
  options: FitImageOptions = {},
): Promise<FittedImage> {
  const { maxBytes = Number.POSITIVE_INFINITY, background = 'white' } = options;
  const { pixels, format, width, height } = await readUpright(bytes);
  const type = options.type ?? typeOf(format);
  for (let scale = 1; scale === 1 || scale * Math.max(width, height) >= smallestSide;) {
    const resized = pixels.clone().resize({
      width: Math.max(1, Math.floor(Math.min(options.maxWidth ?? width, width * scale))),
      height: Math.max(1, Math.floor(Math.min(options.maxHeight ?? height, height * scale))),
      fit: 'inside',
      withoutEnlargement: true,
    });
    for (const quality of type === 'image/png' ? [100] : qualities) {
      const fitted = await encode(resized, { type, quality, background });
      if (fitted.bytes.length <= maxBytes) return fitted;
    }
    scale *= shrinking;
  }
  throw new ConfigurationError('image-too-large', {
    message: `The image does not fit into ${maxBytes} bytes, however small it is made`,
    hint: 'Raise "maxBytes", or use a plainer image.',
    details: { maxBytes },
  });
}

/** The pixels as people see them, in sRGB, and nothing else that was in the file. */
async function readUpright(bytes: Uint8Array) {
  const sharp = await loadSharp();
  try {
    const file = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels });
    const { format, pages = 1 } = await file.metadata();
    if (pages > 1) throw animated(pages);
    const { data, info } = await file
      .autoOrient()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return { pixels: sharp(data, { raw: { width, height, channels } }), format, width, height };
  } catch (error) {
    if (ConfigurationError.isInstance(error)) throw error;
    throw new ConfigurationError('image-unreadable', {
      message:
        'The image cannot be read: it is damaged, huge, or of a type that sharp does not know',
      hint: 'Export it again as JPEG or PNG.',
      cause: error,
    });
  }
}

async function encode(
  image: Sharp,
  { type, quality, background }: { type: ImageType; quality: number; background: string },
): Promise<FittedImage> {
  const opaque = type === 'image/jpeg' ? image.clone().flatten({ background }) : image.clone();
  const { data, info } = await opaque
    .toFormat(formats[type], type === 'image/png' ? { compressionLevel: 9 } : { quality })
    .toBuffer({ resolveWithObject: true });
  const bytes = new Uint8Array(data);
  const { width, height } = info;
  return { bytes, mimeType: type, width, height, hash: mediaHash(bytes) };
}

function typeOf(format: string | undefined): ImageType {
  const types = Object.keys(formats) as ImageType[];
  return types.find((type) => formats[type] === format) ?? 'image/jpeg';
}

async function loadSharp() {
  try {
    return (await import('sharp')).default;
  } catch (error) {
    throw new ConfigurationError('sharp-missing', {
      message: 'Changing images needs the package "sharp", which is not installed',
      hint: 'Run: npm install sharp',
      cause: error,
    });
  }
}

function animated(pages: number): ConfigurationError {
  return new ConfigurationError('image-animated', {
    message: `The image has ${pages} frames, and would stand still`,
    hint: 'Send it as it is, or export the frame that you want.',
    details: { pages },
  });
}
