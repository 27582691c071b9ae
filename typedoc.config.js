import { globSync } from 'node:fs';
import { readPackages } from './scripts/packages.ts';
import { mendPages } from './scripts/reference-pages.ts';

// In the order in which a newcomer reads; whatever is not named follows.
const reading = [
  'start-here',
  'concepts',
  'recipes',
  'strategy',
  'timing',
  'networks',
  'platforms',
  'publishing',
  'links',
  'measuring',
  'kpi-catalogue',
  'reporting',
  'sandbox',
  'command-line',
  'scaling',
  'security',
  'migration',
  'not-here',
].map((name) => `docs/${name}.md`);

/** @param {{ bin?: Record<string, string> }} manifest */
const commands = ({ bin = {} }) =>
  Object.values(bin).map((file) => file.replace(/^\.\/dist\/(?:node\/)?|\.js$/g, ''));

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'Affiche',
  plugin: [mendPages],
  // Commands are no modules: nobody imports them.
  entryPoints: readPackages().flatMap(({ manifest, entries }) =>
    Object.entries(entries)
      .filter(([name]) => !commands(manifest).includes(name))
      .map(([, source]) => source),
  ),
  projectDocuments: [...new Set([...reading, ...globSync('docs/*.md').toSorted()])],
  customCss: 'docs/reference.css',
  readme: 'README.md',
  out: 'docs/api',
  // The project has no public address yet that sources could be linked to.
  disableSources: true,
  // A list of names says what each is for, what is called stands before what it takes, and whoever
  // searches finds the guides, too.
  useFirstParagraphOfCommentAsSummary: true,
  groupOrder: ['Functions', 'Classes', 'Variables', 'Interfaces', 'Type Aliases', '*'],
  searchInDocuments: true,
  excludeExternals: true,
  excludePrivate: true,
  treatWarningsAsErrors: true,
  // Not every property: the members of a schema's enumeration have no place for a comment.
  requiredToBeDocumented: [
    'Class',
    'Function',
    'Interface',
    'Method',
    'Module',
    'TypeAlias',
    'Variable',
  ],
  validation: {
    invalidLink: true,
    invalidPath: true,
    notDocumented: true,
    notExported: true,
    rewrittenLink: true,
  },
};
