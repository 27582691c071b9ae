import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The part of a package.json our tools read. */
export interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A workspace package: its folder, its manifest and the sources it promises to publish. */
export interface Package {
  readonly directory: string;
  readonly manifest: Manifest;
  /** From the name of the built file (`mastodon`) to its source (`packages/publish/src/mastodon.ts`). */
  readonly entries: Readonly<Record<string, string>>;
}

/** Reads every package of the workspace, in alphabetical order. */
export function readPackages(): Package[] {
  return globSync('packages/*/package.json')
    .toSorted()
    .map((path) => {
      const directory = dirname(path);
      const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
      const sources = [
        ...Object.values(manifest.exports).map((target) =>
          typeof target === 'string' ? undefined : target['@affiche/source'],
        ),
        ...Object.values(manifest.bin ?? {}).map((target) =>
          target.replace(/\/dist\/(?:node\/)?/, '/src/').replace(/\.js$/, '.ts'),
        ),
      ].filter((source) => source !== undefined);
      const entries = Object.fromEntries(
        sources.map((source) => [
          source.slice('./src/'.length, -'.ts'.length),
          `${directory}/${source.slice(2)}`,
        ]),
      );
      return { directory, manifest, entries };
    });
}
