import { mkdir, readFile } from 'node:fs/promises';
import { ConfigurationError } from '@affiche/core';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/** Reads a YAML file; says which file and which line when it cannot. */
export async function readYaml(file: string): Promise<unknown> {
  const text = await readText(file);
  return parsed(file, 'YAML', () => parseYaml(text) as unknown);
}

/** Reads a CSV file with a line of headings; says which file and which line when it cannot. */
export async function readCsv(file: string): Promise<Readonly<Record<string, string>>[]> {
  const text = await readText(file);
  return parsed(file, 'CSV', () => parseCsv(text, { columns: true, bom: true }));
}

/** Reads a file as it is. */
export async function readBytes(file: string): Promise<Buffer> {
  return orExplain(file, () => readFile(file));
}

/** Makes a folder, and those above it. */
export async function makeFolder(path: string): Promise<void> {
  await orExplain(path, () => mkdir(path, { recursive: true }));
}

async function readText(file: string): Promise<string> {
  return orExplain(file, () => readFile(file, 'utf8'));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be used',
  ENOTDIR: 'lies under a file, not a folder',
  EEXIST: 'is a file, not a folder',
  EISDIR: 'is a folder, not a file',
};

async function orExplain<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
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

function parsed<Value>(file: string, format: string, parse: () => Value): Value {
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
