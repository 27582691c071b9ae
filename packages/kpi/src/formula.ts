import { ConfigurationError } from '@affiche/core';
import type { Expression, Operation, Operator, RowExpression } from './expression.ts';
import { facts } from './facts.ts';

const functions = ['sum', 'mean', 'median', 'p90', 'first', 'last', 'once'] as const;
const defaults = { additive: 'sum', stock: 'last', unique: 'once' } as const;

/**
 * Reads a formula as people of the field write it.
 *
 * A bare fact stands for its own aggregate: an additive fact is summed, a level is read last, a
 * unique one must be there once. `ratio(a, b)` is Σa ÷ Σb over the rows that have both;
 * `sum`, `mean`, `median`, `p90`, `first`, `last` and `once` aggregate a calculation per row.
 * `engagements` is the chosen engagement set.
 *
 * ```ts
 * import { parseFormula } from '@affiche/kpi';
 *
 * parseFormula('spend / linkClicks').kind; // => 'operation'
 * ```
 *
 * @throws ConfigurationError `invalid-formula`, or `unknown-fact` with the name.
 */
export function parseFormula(formula: string): Expression {
  const tokens = formula.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|\S/g) ?? [];
  let position = 0;

  const peek = () => tokens[position];
  const take = (expected?: string) => {
    const token = tokens[position++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw invalid(formula, `expected ${expected ?? 'more'}, found ${token ?? 'the end'}`);
    }
    return token;
  };

  function chain<Operand>(
    operators: readonly string[],
    operand: () => Operand | Operation<Operand>,
  ): Operand | Operation<Operand> {
    let left = operand();
    for (let token = peek(); token && operators.includes(token); token = peek()) {
      take();
      const operation: Operation<unknown> = {
        kind: 'operation',
        operator: token as Operator,
        left,
        right: operand(),
      };
      left = operation as Operation<Operand>;
    }
    return left;
  }

  const rows = (): RowExpression => chain(['+', '-'], () => chain(['*', '/'], row));
  const groups = (): Expression => chain(['+', '-'], () => chain(['*', '/'], group));

  function row(): RowExpression {
    const token = take();
    if (token === '(') return closed(rows);
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    return reference(token);
  }

  function group(): Expression {
    const token = take();
    if (token === '(') return closed(groups);
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (peek() !== '(') return bare(token);
    take('(');
    if (token === 'ratio') {
      const numerator = rows();
      take(',');
      return ratio(numerator, closed(rows));
    }
    const aggregate = functions.find((name) => name === token);
    if (!aggregate) throw invalid(formula, `there is no function ${token}`);
    return { kind: 'aggregate', aggregate, of: closed(rows) };
  }

  function closed<Inner>(inner: () => Inner): Inner {
    const value = inner();
    take(')');
    return value;
  }

  function bare(name: string): Expression {
    const of = reference(name);
    if (of.kind === 'engagements') return { kind: 'aggregate', aggregate: 'sum', of };
    const additivity = facts[name]!.additivity;
    if (additivity === 'per-post' || additivity === 'duration') {
      throw invalid(formula, `${name} cannot stand alone; write ratio(…), median(…) or p90(…)`);
    }
    return { kind: 'aggregate', aggregate: defaults[additivity], of };
  }

  const expression = groups();
  if (peek() !== undefined) throw invalid(formula, `unexpected ${peek()}`);
  return expression;
}

function reference(name: string): RowExpression {
  if (name === 'engagements') return { kind: 'engagements' };
  if (!Object.hasOwn(facts, name)) {
    throw new ConfigurationError('unknown-fact', {
      message: `"${name}" is no base fact`,
      hint: 'Use a name from the facts catalogue.',
      details: { fact: name },
    });
  }
  return { kind: 'fact', fact: name };
}

function ratio(numerator: RowExpression, denominator: RowExpression): Expression {
  return {
    kind: 'operation',
    operator: '/',
    left: { kind: 'aggregate', aggregate: 'sum', of: numerator, where: denominator },
    right: { kind: 'aggregate', aggregate: 'sum', of: denominator, where: numerator },
  };
}

function invalid(formula: string, problem: string): ConfigurationError {
  return new ConfigurationError('invalid-formula', {
    message: `Cannot read the formula "${formula}": ${problem}`,
    hint: 'Write arithmetic over facts, like ratio(engagements, impressions).',
    details: { formula },
  });
}
