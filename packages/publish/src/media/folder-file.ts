import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { ConfigurationError, StorageError } from '@affiche/core';
import { mediaTooLarge } from './media-refusal.ts';

/** From where, and how much. */
export interface FolderFileOptions {
  readonly folders: readonly string[];
  readonly maxBytes: number;
}

/** Reads a file that really lies in one of the folders, whatever links and dots its path has. */
export async function readFolderFile(
  path: string,
  { folders, maxBytes }: FolderFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const wanted = resolve(path);
  const homes = await Promise.all(folders.map((each) => realpath(each).catch(() => resolve(each))));
  const allowed = [...homes, ...folders.map((each) => resolve(each))];
  // Before the disk is asked: an answer must not tell what exists elsewhere.
  if (path.includes('\0') || !allowed.some((folder) => isInside(folder, wanted))) {
    throw pathRefused(path);
  }
  const real = await realpath(wanted).catch((error: unknown) => unreadable(path, error));
  if (!homes.some((home) => isInside(home, real))) throw pathRefused(path);
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(real, flags).catch((error: unknown) => unreadable(path, error));
  try {
    await assertUnmoved(file, { path, real });
    return await readBounded(file, { path, maxBytes });
  } finally {
    await file.close();
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Somebody may have put a link in its place between our look and our opening it. */
async function assertUnmoved(
  file: FileHandle,
  { path, real }: { readonly path: string; readonly real: string },
): Promise<void> {
  const opened = await file.stat();
  const again = await realpath(real).catch(() => undefined);
  const there = again === real ? await stat(real) : undefined;
  const isSame = there?.ino === opened.ino && there.dev === opened.dev;
  if (!isSame || !opened.isFile()) throw pathRefused(path);
}

async function readBounded(
  file: FileHandle,
  { path, maxBytes }: { readonly path: string; readonly maxBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = await file.stat();
  if (size > maxBytes) throw mediaTooLarge(path, size, maxBytes);
  // Never more than was allowed, even of a file that grows under our hands.
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.slice(0, filled);
}

function pathRefused(path: string): ConfigurationError {
  return new ConfigurationError('media-path-refused', {
    message: `The media path ${JSON.stringify(path)} is no file inside the allowed folders`,
    hint: 'Put the file into an allowed folder itself, or allow its own with openMedia({ folders }).',
    details: { path },
  });
}

function unreadable(path: string, cause: unknown): never {
  throw new StorageError('media-unreadable', {
    message: `The media file ${JSON.stringify(path)} cannot be read`,
    hint: 'Check that it exists and may be read.',
    details: { path },
    cause,
  });
}
