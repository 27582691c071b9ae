import { type Finding, Media, type MediaSource } from '@affiche/core';
import { openLocalMedia } from '../media-access.ts';
import { measure } from './measurements.ts';
import { mediaHash } from './media-hash.ts';
import { isMisnamed, kindOf, mediaTypeOf } from './media-type.ts';

/** How a file is looked at. */
export interface ProbeMediaOptions {
  /**
   * The name it goes by, to be compared with its content.
   *
   * @defaultValue the last part of the path or address
   */
  readonly name?: string;
  /**
   * Reads the bytes of a source: `openMedia({ folders: ['media'] })`.
   *
   * @defaultValue files in the working folder, and base64
   */
  readonly openMedia?: (source: MediaSource) => Promise<Uint8Array>;
}

/** What a file is, by its content. */
export interface ProbedMedia {
  /** Ready for a draft; the text alternative is still to be written. */
  readonly media: Media;
  /** The SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  /**
   * `media/type/unknown` and `media/content/damaged` are errors, `media/type/name` is a warning: the
   * file will do, and somebody was mistaken about it.
   */
  readonly findings: readonly Finding[];
}

/**
 * Looks at a file's content, never at its name, and tells its type, size, dimensions and duration.
 * Dimensions are those that people see, turned the way the camera was held.
 *
 * ```ts
 * import { probeMedia } from '@affiche/publish/media';
 *
 * const pixel = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
 * const { media, findings } = await probeMedia({ base64: pixel }, { name: 'pixel.png' });
 * media.mimeType; // => 'image/gif'
 * media.width; // => 1
 * findings[0]?.rule; // => 'media/type/name'
 * ```
 *
 * @throws StorageError `media-unreadable`, ConfigurationError `media-path-refused`, and whatever `openMedia`
 * throws.
 */
export async function probeMedia(
  source: MediaSource | Uint8Array,
  options: ProbeMediaOptions = {},
): Promise<ProbedMedia> {
  const { openMedia = openLocalMedia } = options;
  const isBytes = source instanceof Uint8Array;
  const bytes = isBytes ? source : await openMedia(source);
  const place = isBytes ? { base64: Buffer.from(bytes).toString('base64') } : source;
  const type = await mediaTypeOf(bytes);
  const measurements = type === undefined ? undefined : await measure(bytes, type);
  const mimeType = type ?? 'application/octet-stream';
  const hash = mediaHash(bytes);
  return {
    media: Media.parse({
      source: place,
      mimeType,
      bytes: bytes.length,
      sha256: hash,
      ...(measurements ?? { kind: kindOf(mimeType) }),
    }),
    hash,
    findings: judge(options.name ?? nameOf(place), type, measurements !== undefined),
  };
}

function judge(name: string, type: string | undefined, isWhole: boolean): Finding[] {
  if (type === undefined) {
    return [
      {
        rule: 'media/type/unknown',
        severity: 'error',
        path: ['mimeType'],
        message: `The content of ${name || 'the file'} is no picture, film, sound or document that we know.`,
        fix: 'Look at the file: it may be a page of HTML, or be empty.',
      },
    ];
  }
  const damaged: Finding = {
    rule: 'media/content/damaged',
    severity: 'error',
    path: ['source'],
    message: `The content begins as ${type}, and its size cannot be read.`,
    fix: 'Export or download the file again: it may be cut off.',
  };
  const misnamed: Finding = {
    rule: 'media/type/name',
    severity: 'warning',
    path: ['source'],
    message: `The name "${name}" promises another type than the content has.`,
    measured: type,
    fix: `Rename it, or look whether it is the file you meant: it goes out as ${type}.`,
  };
  return [...(isWhole ? [] : [damaged]), ...(isMisnamed(name, type) ? [misnamed] : [])];
}

function nameOf(source: MediaSource): string {
  const full = 'path' in source ? source.path : 'url' in source ? new URL(source.url).pathname : '';
  return full.split(/[/\\]/).at(-1) ?? '';
}
