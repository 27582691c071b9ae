import { readPackages } from './scripts/packages.ts';

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'Affiche',
  entryPoints: readPackages()
    .filter(({ manifest }) => !manifest.bin)
    .flatMap(({ entries }) => Object.values(entries)),
  projectDocuments: ['docs/*.md'],
  readme: 'README.md',
  out: 'docs/api',
  disableGit: true,
  displayBasePath: '.',
  excludeExternals: true,
  excludePrivate: true,
  treatWarningsAsErrors: true,
  validation: {
    invalidLink: true,
    invalidPath: true,
    notDocumented: true,
    notExported: true,
    rewrittenLink: true,
  },
};
