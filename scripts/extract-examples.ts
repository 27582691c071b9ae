import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

// Turns every ```ts fence of the guides, READMEs and doc comments into a module under .examples,
// so that the compiler checks it and Vitest runs it. `// =>` asserts the value on its left;
// a fence marked ```ts no-run is only checked.
const output = '.examples';
const fence =
  /^(?<indent>[ \t]*(?:\* )?)```ts(?<norun> no-run)?\n(?<body>[\s\S]*?)^[ \t]*(?:\* )?```$/gm;

function assertions(line: string): string {
  const [, code, value] = /^(.*?);?\s*\/\/ => (.+)$/.exec(line) ?? [];
  if (code === undefined) return line;
  const name = /^\s*const (\w+)/.exec(code)?.[1];
  return name
    ? `${code}; expect(${name}).toEqual(${value});`
    : `expect(${code.trim()}).toEqual(${value});`;
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output);
const tests: string[] = [];
for (const file of globSync([
  '*.md',
  'docs/*.md',
  'packages/*/README.md',
  'packages/*/src/**/*.ts',
])) {
  const text = readFileSync(file, 'utf8');
  for (const match of text.matchAll(fence)) {
    const { body = '', norun } = match.groups ?? {};
    const line = text.slice(0, match.index).split('\n').length;
    const name = `${file.replaceAll(/[/.]/g, '-')}-${line}`;
    const code = body.split('\n').map((source) => assertions(source.replace(/^[ \t]*\* ?/, '')));
    writeFileSync(
      `${output}/${name}.ts`,
      `import { expect } from 'vitest';\n${code.join('\n')}\nvoid expect;\n`,
    );
    if (!norun) tests.push(`test('${file}:${line}', () => import('./${name}.ts'));`);
  }
}
writeFileSync(
  `${output}/examples.test.ts`,
  `import { test } from 'vitest';\n${tests.join('\n')}\n`,
);
