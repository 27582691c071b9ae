import { relative, resolve } from 'node:path';
import type { Finding } from '@affiche/core';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { readText } from './files.ts';
import type { Project } from './project.ts';
import { findFile, strategyFile } from './project-folder.ts';

/** Where a person mends what was found. */
export interface FindingPlace {
  /** As seen from where the command was called. */
  readonly file: string;
  /** The first line is 1. */
  readonly line?: number;
}

/** Finds the place in the files of a project that each finding speaks of; of some there is none. */
export async function findingPlaces(
  project: Project,
): Promise<(finding: Finding) => FindingPlace | undefined> {
  const strategy = strategyFile(project);
  const ideas = await findFile(project, 'ideas');
  const history = await findFile(project, 'history');
  const lineOf = strategyLines(await readText(strategy));
  return ({ path, rule }) => {
    const [first = ''] = path.map(String);
    if (first.endsWith('.md') && ideas) return { file: shown(resolve(ideas, first)) };
    if ((first.endsWith('.csv') || first === 'ideas') && ideas) return { file: shown(ideas) };
    if (first === 'history' && history) return { file: shown(history) };
    const line = rule.startsWith('strategy/') ? lineOf(path) : undefined;
    return line === undefined ? undefined : { file: shown(strategy), line };
  };
}

/** From a path to the line of the strategy where it, or the nearest thing around it, is written. */
function strategyLines(text: string): (path: Finding['path']) => number | undefined {
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
