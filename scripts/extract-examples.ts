import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

// Turns every ```ts fence of the guides, READMEs and doc comments into a module under .examples,
// so that the compiler checks it and Vitest runs it. `// =>` asserts the value of the statement
// before it; a fence marked ```ts no-run is only checked.
const output = '.examples';
const fence =
  /^(?<indent>[ \t]*(?:\* )?)```ts(?<norun> no-run)?\n(?<body>[\s\S]*?)^[ \t]*(?:\* )?```$/gm;

/** Wraps the statement before each `// =>` into an expectation; a declaration is checked by its name. */
function withAssertions(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  let asserted = code;
  for (const match of [...code.matchAll(/\/\/ => (?<value>.+)$/gm)].toReversed()) {
    const statement = file.statements.findLast((each) => each.end <= match.index);
    const value = match.groups?.['value'];
    if (!statement || value === undefined) throw new Error(`nothing to assert before ${match[0]}`);
    const replacement = assertion(statement, value);
    asserted =
      asserted.slice(0, statement.getStart()) +
      replacement +
      asserted.slice(match.index + match[0].length);
  }
  return asserted;
}

function assertion(statement: ts.Statement, value: string): string {
  if (ts.isExpressionStatement(statement)) {
    return `expect(${statement.expression.getText()}).toEqual(${value});`;
  }
  const [declaration] = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations
    : [];
  if (!declaration) throw new Error(`cannot assert the value of ${statement.getText()}`);
  return `${statement.getText()} expect(${declaration.name.getText()}).toEqual(${value});`;
}

const stale = new Set(globSync(`${output}/*.ts`));
const tests: string[] = [];
mkdirSync(output, { recursive: true });
for (const file of globSync([
  '*.md',
  'docs/*.md',
  'packages/*/{README,ARCHITECTURE}.md',
  'packages/*/src/**/*.ts',
])) {
  const text = readFileSync(file, 'utf8');
  for (const match of text.matchAll(fence)) {
    const { body = '', norun } = match.groups ?? {};
    const line = text.slice(0, match.index).split('\n').length;
    const name = `${file.replaceAll(/[/.]/g, '-')}-${line}`;
    const code = body.replaceAll(/^[ \t]*\* ?/gm, '');
    write(name, `import { expect } from 'vitest';\n${withAssertions(code)}\nvoid expect;\n`);
    if (!norun) tests.push(`test('${file}:${line}', () => import('./${name}.ts'));`);
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
