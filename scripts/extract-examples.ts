import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readExamples } from './doc-examples.ts';

// Turns every example of the guides, READMEs and doc comments into a module under .examples, so that
// the compiler checks it and Vitest runs it; one that is marked no-run is only checked.
const output = '.examples';
const stale = new Set(globSync(`${output}/*.ts`));
const tests: string[] = [];
mkdirSync(output, { recursive: true });
for (const file of globSync([
  '*.md',
  'docs/*.md',
  'packages/*/{README,ARCHITECTURE}.md',
  'packages/*/src/**/*.ts',
])) {
  for (const { line, code, isRun } of readExamples(readFileSync(file, 'utf8'))) {
    const name = `${file.replaceAll(/[/.]/g, '-')}-${line}`;
    write(name, `import { expect } from 'vitest';\n${code}\nvoid expect;\n`);
    if (isRun) tests.push(`test('${file}:${line}', () => import('./${name}.ts'));`);
  }
}
write('examples.test', `import { test } from 'vitest';\n${tests.join('\n')}\n`);
for (const file of stale) rmSync(file, { force: true });

/** Leaves what has not changed alone: another run may be reading it. */
function write(name: string, text: string): void {
  const file = `${output}/${name}.ts`;
  stale.delete(file);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
