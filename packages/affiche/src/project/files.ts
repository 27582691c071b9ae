import { access, readFile, rename, writeFile } from 'node:fs/promises';
import { ConfigurationError } from '@affiche/core';

/** Reads a text file in UTF-8; anything else would end in broken accents on a public page. */
export async function readText(file: string): Promise<string> {
  const bytes = await orExplain(file, () => readFile(file));
  return parsed(file, 'text in UTF-8', () =>
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  );
}

/** Reads a file as it is. */
export async function readBytes(file: string): Promise<Buffer> {
  return orExplain(file, () => readFile(file));
}

/** Whether there is such a file or folder. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Writes a file whole or not at all: a program may be killed while it writes. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  await orExplain(file, async () => {
    await writeFile(`${file}.new`, content);
    await rename(`${file}.new`, file);
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be used',
  ENOTDIR: 'lies under a file, not a folder',
  EEXIST: 'is a file, not a folder',
  EISDIR: 'is a folder, not a file',
  ENOSPC: 'has no room on the disk',
};

/** Does something with a file or a folder; says which, and why it cannot be used, when it cannot. */
export async function orExplain<Result>(
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new ConfigurationError('file-unusable', {
      message: `${path} ${reasons[code] ?? `cannot be used (${code})`}`,
      hint: 'Check its name and its permissions.',
      cause,
    });
  }
}

/** Reads what a text means; says which file, and why not, when it cannot. */
export function parsed<Value>(file: string, format: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    const [why] = cause instanceof Error ? cause.message.split('\n') : [];
    throw new ConfigurationError('file-malformed', {
      message: `The file ${file} is not ${format}: ${why?.replace(/:$/, '')}`,
      hint: 'Correct the place that the message names.',
      cause,
    });
  }
}
