import type { DraftItem, Finding } from '@affiche/core';
import type { ArchivedPost, File } from './wire.ts';

/** A file of an unpacked archive: of posts its text, of everything else how large it is. */
export interface TakeoutFile {
  /** Where it is in the archive: `Posts/20170304 - Boots.json`. */
  readonly path: string;
  /** What a `.json` file says. */
  readonly text?: string;
  /** Size in bytes, of pictures and films. */
  readonly bytes?: number;
}

type Media = DraftItem['media'][number];

/** The pictures and films of a post that the archive holds, and findings for those that it lacks. */
export function archivedMedia(
  { media, album }: ArchivedPost,
  files: readonly TakeoutFile[],
  path: string,
): { readonly media: Media[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const found = [...(media ? [media] : []), ...(album?.media ?? [])].flatMap((file) => {
    const name = file.localFilePath;
    const entry = name === undefined ? undefined : findFile(name, files);
    if (entry) return [mediaOf(file, entry)];
    findings.push({
      rule: 'takeout/media/missing',
      severity: 'warning',
      path: [path, 'media'],
      message: `The archive does not hold ${name ?? file.url ?? 'a file'} of the post.`,
      fix: 'Unpack all parts of the archive, or add the file to the draft yourself.',
    });
    return [];
  });
  return { media: found, findings };
}

function findFile(name: string, files: readonly TakeoutFile[]): TakeoutFile | undefined {
  const wanted = folded(name);
  return files.find(({ path }) => folded(path) === wanted);
}

/** The last part of a path, with everything that programs for archives damage left out. */
function folded(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name
    .normalize('NFC')
    .replaceAll(/[^\u0020-\u007e]+|[?_]+/g, '')
    .toLowerCase();
}

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
};

function mediaOf(
  { contentType = '', width, height, description }: File,
  { path, bytes = 0 }: TakeoutFile,
): Media {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? '';
  const known = types[extension] ?? 'image/jpeg';
  const mimeType = /^(?:image|video)\/[a-z0-9.+-]+$/.test(contentType) ? contentType : known;
  return {
    source: { path },
    kind: mimeType.startsWith('video/') ? 'video' : 'image',
    mimeType,
    bytes,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(description && { alt: description }),
  };
}
