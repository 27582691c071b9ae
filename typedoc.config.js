import { readPackages } from './scripts/packages.ts';

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'Affiche',
  // Commands are no modules: nobody imports them.
  entryPoints: readPackages().flatMap(({ manifest, entries }) =>
    Object.entries(entries)
      .filter(([name]) => !Object.values(manifest.bin ?? {}).includes(`./dist/${name}.js`))
      .map(([, source]) => source),
  ),
  projectDocuments: ['docs/*.md'],
  readme: 'README.md',
  out: 'docs/api',
  // The project has no public address yet that sources could be linked to.
  disableSources: true,
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
