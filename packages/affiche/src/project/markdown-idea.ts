import { basename } from 'node:path';
import { ConfigurationError } from '@affiche/core';
import { parse } from 'yaml';
import { readText, type Row } from './files.ts';

const frontMatter = /^---\r?\n(?<meta>.*?)\r?\n---[ \t]*\r?\n(?<text>.*)$/su;

/** Reads a Markdown file: front matter holds what a table has in columns, the rest is the text. */
export async function readMarkdown(file: string): Promise<Row> {
  const whole = (await readText(file)).replace(/^\uFEFF/, '');
  const { meta = '', text = whole } = frontMatter.exec(whole)?.groups ?? {};
  const id = basename(file, '.md');
  return { id, ...readMeta(file, meta), text: text.trim() };
}

function readMeta(file: string, meta: string): Row {
  let parsed: unknown;
  try {
    parsed = parse(meta) ?? {};
  } catch (cause) {
    const [why = ''] = cause instanceof Error ? cause.message.split('\n') : [];
    throw malformed(file, why, cause);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw malformed(file, 'it should be a list of names and values, such as "pillar: bread"');
  }
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('|') : String(value ?? ''),
    ]),
  );
}

function malformed(file: string, why: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError('file-malformed', {
    message: `The front matter of ${file} cannot be read: ${why.replace(/:$/, '')}`,
    hint: 'Correct what stands between the two lines of ---.',
    cause,
  });
}
