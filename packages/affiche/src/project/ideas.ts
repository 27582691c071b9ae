import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AnyPlatform, type Finding, nearest } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import { readIdea } from './idea.ts';
import { checkColumns } from './idea-columns.ts';
import { checkOptionColumns } from './idea-options.ts';
import { markdownNames, readMarkdown } from './markdown-idea.ts';
import type { Project } from './project.ts';
import { findFile, imagesFolder } from './project-folder.ts';
import { readCsv, type Row } from './table.ts';

/** What there is to say, and what is wrong with how it is written down. */
export interface Ideas {
  readonly ideas: readonly Idea[];
  readonly findings: readonly Finding[];
}

/** Reads the ideas of a project: a row of a table or a Markdown file is one idea. */
export async function readIdeas(project: Project): Promise<Ideas> {
  const source = await findFile(project, 'ideas');
  if (source === undefined) return { ideas: [], findings: [noIdeas()] };
  const { config, strategy } = project;
  const context = {
    images: imagesFolder(project),
    zone: strategy.zone,
    platforms: config.platforms,
  };
  const networks = [...new Set(strategy.channels.map(({ account }) => account.platform))];
  const written = await readFields(source);
  const ideas: Idea[] = [];
  const findings = checkHeadings(written, config.platforms);
  const seen = new Map<string, string>();
  for (const { where, fields } of written) {
    const read = await readIdea(fields, context);
    const earlier = 'idea' in read ? seen.get(read.idea.draft.id) : undefined;
    if ('idea' in read && earlier === undefined) {
      seen.set(read.idea.draft.id, where.join(', '));
      ideas.push(read.idea);
      const strange = strangeNetworks(read.idea, networks);
      findings.push(...strange.map((each) => ({ ...each, path: [...where, ...each.path] })));
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

/** Columns of a table are wrong once, those of a file of its own each time. */
function checkHeadings(written: readonly Fields[], platforms: readonly AnyPlatform[]): Finding[] {
  const tables = new Map(written.map(({ where: [file = ''], fields }) => [file, fields]));
  return [...tables].flatMap(([file, fields]) => {
    const columns = Object.keys(fields);
    const found = [...checkColumns(columns), ...checkOptionColumns(columns, platforms)];
    return found.map((each) => ({ ...each, path: [file, ...each.path] }));
  });
}

function strangeNetworks({ platforms = [] }: Idea, networks: readonly string[]): Finding[] {
  return platforms
    .filter((each) => !networks.includes(each))
    .map((network) => {
      const meant = nearest(network, networks);
      return {
        rule: 'project/ideas/network-without-account',
        severity: 'warning',
        path: ['networks'],
        message: `The strategy has no account on "${network}": nothing of this goes out there.`,
        measured: network,
        fix: meant ? `Write "${meant}".` : 'Add a channel to strategy.yaml, or take it out.',
      };
    });
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
  const files: Fields[] = [];
  for (const name of await markdownNames(source)) {
    files.push({ where: [name], fields: (await readMarkdown(`${source}/${name}`)).fields });
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
