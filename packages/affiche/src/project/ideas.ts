import { readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Finding } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import { readCsv, type Row } from './files.ts';
import { readIdea } from './idea.ts';
import { readMarkdown } from './markdown-idea.ts';
import type { Project } from './project.ts';
import { findFile } from './project-folder.ts';

/** What there is to say, and what is wrong with how it is written down. */
export interface Ideas {
  readonly ideas: readonly Idea[];
  readonly findings: readonly Finding[];
}

/** Reads the ideas of a project: a row of a table or a Markdown file is one idea. */
export async function readIdeas(project: Project): Promise<Ideas> {
  const source = await findFile(project, 'ideas');
  if (source === undefined) return { ideas: [], findings: [noIdeas()] };
  const images = resolve(project.folder, project.config.images ?? 'images');
  const ideas: Idea[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const { where, fields } of await readFields(source)) {
    const read = await readIdea(fields, { images, zone: project.strategy.zone });
    const earlier = 'idea' in read ? seen.get(read.idea.draft.id) : undefined;
    if ('idea' in read && earlier === undefined) {
      seen.set(read.idea.draft.id, where.join(', '));
      ideas.push(read.idea);
    } else {
      const problems = 'idea' in read ? [repeated(read.idea, earlier ?? '')] : read.findings;
      findings.push(...problems.map((each) => ({ ...each, path: [...where, ...each.path] })));
    }
  }
  return { ideas, findings };
}

interface Fields {
  /** Where a person finds it: the file, and the row if it has several. */
  readonly where: readonly string[];
  readonly fields: Row;
}

async function readFields(source: string): Promise<Fields[]> {
  const isFolder = await stat(source).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    const rows = await readCsv(source);
    return rows.map((fields, index) => ({
      where: [basename(source), `row ${index + 2}`],
      fields,
    }));
  }
  const names = (await readdir(source)).filter((name) => name.endsWith('.md')).toSorted();
  const files: Fields[] = [];
  for (const name of names) {
    files.push({ where: [name], fields: await readMarkdown(`${source}/${name}`) });
  }
  return files;
}

function noIdeas(): Finding {
  return {
    rule: 'project/ideas/missing',
    severity: 'error',
    path: ['ideas'],
    message: 'The project has neither ideas.csv nor a folder ideas.',
    fix: 'Write down what there is to say, or name the file in affiche.config.ts.',
  };
}

function repeated({ draft: { id } }: Idea, earlier: string): Finding {
  return {
    rule: 'project/ideas/repeated-id',
    severity: 'error',
    path: ['id'],
    message: `The id "${id}" is taken by ${earlier}.`,
    measured: id,
    fix: 'Give each idea an id of its own: by it a post is known for ever.',
  };
}
