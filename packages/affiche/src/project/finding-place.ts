import { stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import type { Finding } from '@affiche/core';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { readText } from './files.ts';
import { columnOf } from './idea-columns.ts';
import { markdownNames, readMarkdown } from './markdown-idea.ts';
import type { Project } from './project.ts';
import { findFile, strategyFile } from './project-folder.ts';
import { readCsv, readCsvLines } from './table.ts';

/** Where a person mends what was found. */
export interface FindingPlace {
  /** As seen from where the command was called. */
  readonly file: string;
  /** The first line is 1. */
  readonly line?: number | undefined;
}

type Place = (finding: Finding) => FindingPlace | undefined;

/** Finds the place in the files of a project that each finding speaks of; of some there is none. */
export async function findingPlaces(project: Project): Promise<Place> {
  const strategy = strategyFile(project);
  const history = await findFile(project, 'history');
  const lineOf = yamlLines(await readText(strategy));
  const places: Place[] = [
    await ideaPlaces(project),
    ...(history === undefined ? [] : [rowPlaces(history, 'history', await readCsvLines(history))]),
    ({ path, rule }) => {
      const line = rule.startsWith('strategy/') ? lineOf(path) : undefined;
      return line === undefined ? undefined : { file: shown(strategy), line };
    },
  ];
  return (finding) => {
    for (const place of places) {
      const found = place(finding);
      if (found) return found;
    }
    return undefined;
  };
}

async function ideaPlaces(project: Project): Promise<Place> {
  const ideas = await findFile(project, 'ideas');
  if (ideas === undefined) return () => undefined;
  if ((await stat(ideas)).isDirectory()) return markdownPlaces(ideas);
  const rows = await readCsv(ideas);
  const lines = await readCsvLines(ideas);
  const inRow = rowPlaces(ideas, basename(ideas), lines);
  const known = new Map<string, (typeof lines)[number] | undefined>();
  for (const [index, { id = '' }] of rows.entries()) {
    if (!known.has(id)) known.set(id, lines[index]);
  }
  return (finding) => {
    const [first, id, ...part] = finding.path;
    if (first !== 'ideas') return inRow(finding);
    const row = known.get(String(id));
    return { file: shown(ideas), line: row?.[columnOf(part) ?? 'id'] ?? row?.['id'] };
  };
}

/** The places of findings that name a file, a row of it and a column. */
function rowPlaces(
  file: string,
  name: string,
  lines: readonly Readonly<Record<string, number>>[],
): Place {
  return ({ path: [first, row, column = ''] }) => {
    if (first !== name) return undefined;
    const [, number] = /^row (\d+)$/.exec(String(row)) ?? [];
    // What is said of a column stands in the line of headings.
    if (number === undefined) return { file: shown(file), line: 1 };
    const cells = lines[Number(number) - 2] ?? {};
    return { file: shown(file), line: cells[String(column)] ?? Object.values(cells)[0] };
  };
}

async function markdownPlaces(folder: string): Promise<Place> {
  const files = new Map<string, (column: string) => FindingPlace>();
  for (const name of await markdownNames(folder)) {
    const file = resolve(folder, name);
    const { fields, meta, textLine } = await readMarkdown(file);
    const lineOf = yamlLines(meta);
    const place = (column: string) => {
      const line = column === 'text' ? undefined : lineOf(column.split('.'));
      // Above the front matter is one line more.
      return { file: shown(file), line: line === undefined ? textLine : line + 1 };
    };
    files.set(name, place).set(`idea ${fields['id']}`, place);
  }
  return ({ path: [first, second = '', ...part] }) =>
    first === 'ideas'
      ? files.get(`idea ${second}`)?.(columnOf(part) ?? 'id')
      : files.get(String(first))?.(String(second));
}

/** From a path to the line of the strategy where it, or the nearest thing around it, is written. */
function yamlLines(text: string): (path: Finding['path']) => number | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
}

function shown(file: string): string {
  return relative('.', file);
}
