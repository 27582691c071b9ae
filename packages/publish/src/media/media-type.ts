import type { Media } from '@affiche/core';
import { fileTypeFromBuffer } from 'file-type';

// Other names of types that networks, and our adapters, call by the first one.
const usualNames: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/jpg': 'image/jpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'video/x-m4v': 'video/mp4',
};

/** A type without its parameters, by its usual name: `audio/ogg; codecs=opus` is `audio/ogg`. */
export function usualType(type: string): string {
  const [bare = ''] = type.split(';');
  const name = bare.trim().toLowerCase();
  return usualNames[name] ?? name;
}

/** The type that the bytes have, whatever their name says; `undefined` for what nobody recognises. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return found && usualType(found.mime);
}

/** What people call a file of that type. */
export function kindOf(type: string): Media['kind'] {
  const [family] = type.split('/');
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

const extensions: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/tiff': ['tif', 'tiff'],
  'image/bmp': ['bmp'],
  'video/mp4': ['mp4', 'm4v', 'm4a'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm', 'weba'],
  'video/matroska': ['mkv', 'mka'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'audio/flac': ['flac'],
  'audio/aac': ['aac'],
  'application/pdf': ['pdf'],
  'text/vtt': ['vtt'],
};
const known = new Set(Object.values(extensions).flat());

/** The extension that a file of that type usually has, without its dot. */
export function extensionFor(type: string): string {
  return extensions[type]?.[0] ?? 'bin';
}

/** Whether a name promises another type than the content has. Unknown extensions promise nothing. */
export function isMisnamed(name: string, type: string): boolean {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined || !known.has(extension)) return false;
  return !extensions[type]?.includes(extension);
}
