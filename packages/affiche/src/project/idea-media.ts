import { extname, join, sep } from 'node:path';
import { ConfigurationError, type Finding, type Media } from '@affiche/core';
import { readBytes } from './files.ts';

const types: Readonly<Record<string, readonly [Media['kind'], string]>> = {
  '.mp4': ['video', 'video/mp4'],
  '.mov': ['video', 'video/quicktime'],
  '.webm': ['video', 'video/webm'],
  '.pdf': ['document', 'application/pdf'],
};

/** Reads what is shown with a post: each file is there, and pictures are measured by their content. */
export async function readMedia(
  folder: string,
  names: readonly string[] = [],
  alts: readonly string[] = [],
): Promise<{ readonly media: Media[] } | { readonly findings: readonly Finding[] }> {
  const media: Media[] = [];
  const findings: Finding[] = [];
  for (const [index, name] of names.entries()) {
    const alt = alts[index];
    try {
      media.push({ ...(await readFile(placeOf(folder, name))), ...(alt ? { alt } : {}) });
    } catch (error) {
      if (!ConfigurationError.isInstance(error)) throw error;
      findings.push(unusable(name, error.message));
    }
    if (!alt) findings.push(noAlternative(name));
  }
  return findings.length > 0 ? { findings } : { media };
}

/** Nothing else is opened when it is due: better to hear of it now. */
function placeOf(folder: string, name: string): string {
  const path = join(folder, name);
  if (path.startsWith(`${folder}${sep}`)) return path;
  throw new ConfigurationError('file-unusable', {
    message: `${name} lies outside of the folder of pictures, ${folder}`,
    hint: 'Put it into that folder.',
  });
}

async function readFile(path: string): Promise<Media> {
  const bytes = await readBytes(path);
  const [kind, mimeType] = types[extname(path).toLowerCase()] ?? [];
  const file = { source: { path }, bytes: bytes.byteLength };
  if (kind && mimeType) return { ...file, kind, mimeType };
  const { imageSize } = await import('image-size');
  try {
    const { width, height, type } = imageSize(bytes);
    return {
      ...file,
      kind: 'image',
      mimeType: `image/${type === 'jpg' ? 'jpeg' : type}`,
      width,
      height,
    };
  } catch (cause) {
    throw new ConfigurationError('no-picture', {
      message: `${path} is no picture, film or document that we know`,
      hint: 'Use JPEG, PNG, WebP, GIF, MP4 or PDF.',
      cause,
    });
  }
}

function unusable(name: string, message: string): Finding {
  return {
    rule: 'project/ideas/file-unusable',
    severity: 'error',
    path: ['image'],
    message: `${message}.`,
    measured: name,
    fix: 'Put the file into the folder of pictures, or correct its name.',
  };
}

function noAlternative(name: string): Finding {
  return {
    rule: 'project/ideas/alt-missing',
    severity: 'error',
    path: ['alt'],
    message: `The picture ${name} has no text alternative.`,
    measured: name,
    fix: 'Say in alt what it shows, for those who cannot see it.',
  };
}
