import ts from 'typescript';

/** A ```ts fence of a guide, a README or a doc comment. */
export interface DocExample {
  /** Where it begins. */
  readonly line: number;
  /** Its code; what stands behind `// =>` is expected of the statement before it. */
  readonly code: string;
  /** Whether it may be run: a fence marked `no-run` is only compiled. */
  readonly isRun: boolean;
}

const fence =
  /^(?<indent>[ \t]*(?:\* )?)```ts(?<norun> no-run)?\n(?<body>[\s\S]*?)^[ \t]*(?:\* )?```$/gm;

/** Reads the examples of a text, with `expect(value).toEqual(…)` for every `// =>`. */
export function readExamples(text: string): DocExample[] {
  return [...text.matchAll(fence)].map((match) => {
    const { body = '', norun } = match.groups ?? {};
    return {
      line: text.slice(0, match.index).split('\n').length,
      code: withAssertions(body.replaceAll(/^[ \t]*\* ?/gm, '')),
      isRun: norun === undefined,
    };
  });
}

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
