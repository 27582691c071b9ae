import { readFile } from 'node:fs/promises';
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

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new ConfigurationError('file-unreadable', {
      message: `The file ${file} ${isMissing ? 'does not exist' : 'cannot be read'}`,
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
