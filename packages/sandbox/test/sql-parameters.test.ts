import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const packages = new URL('../../', import.meta.url);

it('no statement numbers its parameters, which SQLite in Node 22.18 refuses', () => {
  const sources = globSync('*/src/**/*.ts', { cwd: packages });
  const numbered = sources.filter((source) =>
    /\?\d/.test(
      readFileSync(new URL(source, packages), 'utf8').replaceAll(/^ *(\*|\/\/).*$/gm, ''),
    ),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(numbered).toEqual([]);
});
