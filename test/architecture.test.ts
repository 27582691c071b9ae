import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readPackages } from '../scripts/packages.ts';

// Who may depend on whom: a package only on those in the lines above its own.
const layers = [
  ['@affiche/core'],
  [
    '@affiche/strategy',
    '@affiche/schedule',
    '@affiche/platforms',
    '@affiche/publish',
    '@affiche/links',
    '@affiche/kpi',
    '@affiche/sandbox',
  ],
  ['@affiche/report'],
  ['affiche'],
];

describe.each(readPackages().map((each) => [each.manifest.name, each] as const))(
  '%s',
  (name, { directory, manifest }) => {
    const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    // The build puts these into the package: users install nothing more.
    const bundled = Object.keys(manifest.devDependencies ?? {}).filter((dependency) =>
      dependency.startsWith('@stdlib/'),
    );

    it('depends only on lower layers', () => {
      const layer = layers.findIndex((each) => each.includes(name));
      expect(layer).toBeGreaterThanOrEqual(0);
      const ours = dependencies.filter((dependency) => dependency.startsWith('@affiche/'));
      expect(layers.slice(0, layer).flat()).toEqual(expect.arrayContaining(ours));
    });

    it('imports only its own files and its declared dependencies', () => {
      const root = resolve(directory, 'src');
      const strangers = globSync(`${directory}/src/**/*.ts`).flatMap((file) =>
        ts
          .preProcessFile(readFileSync(file, 'utf8'))
          .importedFiles.map(({ fileName }) => fileName)
          .filter((specifier) =>
            specifier.startsWith('.')
              ? !resolve(file, '..', specifier).startsWith(root) &&
                // Its own version is told there.
                resolve(file, '..', specifier) !== resolve(directory, 'package.json')
              : !specifier.startsWith('node:') &&
                ![...dependencies, ...bundled].some((dependency) =>
                  `${specifier}/`.startsWith(`${dependency}/`),
                ),
          ),
      );
      expect(strangers).toEqual([]);
    });

    it('has no files that import each other in a circle', () => {
      const imports = new Map(
        globSync(`${directory}/src/**/*.ts`).map((file) => {
          const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
          const near = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
          return [
            resolve(file),
            near.map(({ fileName }) => resolve(file, '..', fileName)),
          ] as const;
        }),
      );
      // Whatever stands on nothing is taken away, again and again: what is left is in a circle, or above one.
      for (let before = Infinity; imports.size < before;) {
        before = imports.size;
        for (const [file, needs] of imports) {
          if (!needs.some((each) => imports.has(each))) imports.delete(file);
        }
      }
      expect([...imports.keys()]).toEqual([]);
    });
  },
);
