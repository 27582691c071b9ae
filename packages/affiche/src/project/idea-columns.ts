import { type Finding, nearest } from '@affiche/core';

/** What a table of ideas may have in columns, and a Markdown file in its front matter. */
export const ideaColumns = [
  'id',
  'pillar',
  'networks',
  'text',
  'link',
  'linkTitle',
  'linkDescription',
  'image',
  'alt',
  'campaign',
  'audience',
  'author',
  'disclosure',
  'contentWarning',
  'firstComment',
  'language',
  'value',
  'notBefore',
  'deadline',
  'pinnedAt',
] as const;

/** Finds columns that are named nearly like one that is read. Others are a person's own: notes, states. */
export function checkColumns(names: readonly string[]): Finding[] {
  return names.flatMap((name) => {
    if (isOption(name) || name === 'platforms' || ideaColumns.some((known) => known === name))
      return [];
    const meant = nearest(name, ideaColumns);
    return meant === undefined ? [] : [misspelt(name, meant)];
  });
}

/** Whether a column holds an option of one network, such as `reddit.title`. */
export function isOption(name: string): boolean {
  return name.includes('.');
}

/** The column of a table in which a part of an idea, or of its draft, is written. */
export function columnOf(path: Finding['path']): string | undefined {
  const [first, ...rest] = path[0] === 'draft' ? path.slice(1) : path;
  if (first === 'items') return columnOfItem(rest.slice(1));
  if (first === 'platforms') return 'networks';
  if (first === 'options') return rest.join('.');
  return first === undefined ? undefined : String(first);
}

function columnOfItem([part, detail, ...rest]: Finding['path']): string {
  if (part === 'media') return rest.includes('alt') ? 'alt' : 'image';
  if (part !== 'link') return 'text';
  return detail === 'title' ? 'linkTitle' : detail === 'description' ? 'linkDescription' : 'link';
}

function misspelt(name: string, meant: string): Finding {
  return {
    rule: 'project/ideas/unknown-column',
    severity: 'warning',
    path: [name],
    message: `The column "${name}" is not read.`,
    measured: name,
    fix: `Call it "${meant}", if that is what it holds.`,
  };
}
