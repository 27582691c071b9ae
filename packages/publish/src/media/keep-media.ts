import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, StorageError } from '@affiche/core';
import { extensionFor } from './media-type.ts';
import { type ProbedMedia, probeMedia } from './probe-media.ts';

/** Where a file is kept. */
export interface KeepMediaOptions {
  /** Made if it is not there. */
  readonly folder: string;
}

/**
 * Writes bytes into a folder under their hash, and tells what they are: what a draft names after an
 * image was made to fit. Keeping the same bytes twice is the same as once.
 *
 * ```ts no-run
 * import { fitImage, keepMedia, openMedia } from '@affiche/publish/media';
 *
 * const open = openMedia({ folders: ['media'] });
 * const fitted = await fitImage(await open({ path: 'media/galette.png' }), { type: 'image/jpeg' });
 * const { media } = await keepMedia(fitted.bytes, { folder: 'media/fitted' });
 * const item = { text: 'The galette is back.', media: [{ ...media, alt: 'A galette des rois.' }] };
 * ```
 *
 * @throws ConfigurationError `media-unknown` for bytes that are no media; StorageError
 * `media-not-kept`.
 */
export async function keepMedia(
  bytes: Uint8Array,
  { folder }: KeepMediaOptions,
): Promise<ProbedMedia> {
  const { media, hash, findings } = await probeMedia(bytes);
  const unknown = findings.find(({ rule }) => rule === 'media/type/unknown');
  if (unknown) {
    throw new ConfigurationError('media-unknown', { message: unknown.message, hint: unknown.fix });
  }
  const path = join(folder, `${hash}.${extensionFor(media.mimeType)}`);
  try {
    await mkdir(folder, { recursive: true });
    // Whoever reads it meanwhile sees the whole file or none.
    const draft = `${path}.${process.pid}.part`;
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    throw new StorageError('media-not-kept', {
      message: `The media file ${path} cannot be written`,
      hint: 'Check that the folder can be written and the disk has room.',
      details: { path },
      cause: error,
    });
  }
  return { media: { ...media, source: { path } }, hash, findings };
}
