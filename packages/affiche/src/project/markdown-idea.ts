import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { ConfigurationError, type Json, jsonCells } from '@affiche/core';
import { parse } from 'yaml';
import { readText } from './files.ts';
import type { Row } from './table.ts';

const frontMatter = /^---\r?\n(?<meta>.*?)\r?\n---[ \t]*\r?\n(?<text>.*)$/su;

/** An idea in a file of its own. */
export interface MarkdownIdea {
  readonly fields: Row;
  /** The front matter as it is written; it begins on the second line. */
  readonly meta: string;
  /** The line on which the text begins; the first is 1. */
  readonly textLine: number;
}

/** The Markdown files of a folder, in order of their names. */
export async function markdownNames(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.md')).toSorted();
}

/** Reads a Markdown file: front matter holds what a table has in columns, the rest is the text. */
export async function readMarkdown(file: string): Promise<MarkdownIdea> {
  const whole = (await readText(file)).replace(/^\uFEFF/, '');
  const { meta = '', text = whole } = frontMatter.exec(whole)?.groups ?? {};
  const before = whole.slice(0, whole.length - text.trimStart().length);
  return {
    fields: { id: basename(file, '.md'), ...readMeta(file, meta), text: text.trim() },
    meta,
    textLine: before.split('\n').length,
  };
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
  // What a table has in columns such as `reddit.title` is a list of its own here, under `reddit`.
  const front = parsed as Readonly<Record<string, Json>>;
  return Object.fromEntries(
    Object.entries(front).flatMap(([name, value]) => jsonCells(name, value)),
  );
}

function malformed(file: string, why: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError('file-malformed', {
    message: `The front matter of ${file} cannot be read: ${why.replace(/:$/, '')}`,
    hint: 'Correct what stands between the two lines of ---.',
    cause,
  });
}
