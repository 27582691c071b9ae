import type { Numbers } from './numbers.ts';
import type { Operator, RowExpression } from './expression.ts';

/** Rows of a block: small enough for the processor's cache, large enough to forget the call. */
export const blockRows = 32_768;

/**
 * Visits all rows in blocks. Loops over every row are written as a visitor, because engines compile
 * what is called often better than what runs long.
 */
export function inBlocks(length: number, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < length; start += blockRows) {
    visit(start, Math.min(length, start + blockRows));
  }
}

/** Fills a block with what an expression gives for a run of rows; NaN where any part is missing. */
export type RowCalculator = (block: Float64Array, start: number, length: number) => void;

/** What a row expression reads. */
export interface RowInput {
  readonly numbers: (fact: string) => Numbers;
  /** The facts that `engagements` adds up. */
  readonly engagements: readonly string[];
}

/** Prepares a row expression; where `where` is missing, so is the result. */
export function rowCalculator(
  expression: RowExpression,
  input: RowInput,
  where?: RowExpression,
): RowCalculator {
  const calculate = plain(expression, input);
  if (!where) return calculate;
  const guard = plain(where, input);
  const known = new Float64Array(blockRows);
  return (block, start, length) => {
    calculate(block, start, length);
    guard(known, start, length);
    for (let index = 0; index < length; index++) {
      if (known[index] !== known[index]) block[index] = Number.NaN;
    }
  };
}

/** Whether every row has a value, so that nobody needs to look for holes. */
export function isComplete(expression: RowExpression, input: RowInput): boolean {
  if (expression.kind === 'operation') {
    const { operator, left, right } = expression;
    return operator !== '/' && isComplete(left, input) && isComplete(right, input);
  }
  if (expression.kind === 'engagements') {
    return input.engagements.every((fact) => input.numbers(fact).complete);
  }
  return expression.kind === 'number' || input.numbers(expression.fact).complete;
}

/** Arithmetic in which a division by zero is unknown (NaN). */
export const arithmetic: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
};

function plain(expression: RowExpression, input: RowInput): RowCalculator {
  if (expression.kind === 'operation') {
    const { operator, left, right } = expression;
    return combine(operator, plain(left, input), plain(right, input));
  }
  if (expression.kind === 'engagements') {
    return input.engagements
      .map((fact) => plain({ kind: 'fact', fact }, input))
      .reduce((left, right) => combine('+', left, right));
  }
  const constant = expression.kind === 'number' ? expression.value : Number.NaN;
  const { values, bits } = expression.kind === 'fact' ? input.numbers(expression.fact) : absent;
  if (values.length === 0) return (block, _start, length) => block.fill(constant, 0, length);
  return (block, start, length) => {
    block.set(values.subarray(start, start + length));
    if (bits) collectBits(bits, values, start, start + length);
  };
}

/** Adds the bits of a run of whole numbers to those that occur. */
export function collectBits(
  bits: Int32Array,
  column: ArrayLike<number>,
  start: number,
  end: number,
): void {
  let seen = 0;
  for (let row = start; row < end; row++) seen |= column[row]!;
  bits[0]! |= seen;
}

/** A column that is not there. */
export const absent: Numbers = { values: new Float64Array(0), complete: false };

function combine(operator: Operator, left: RowCalculator, right: RowCalculator): RowCalculator {
  const calculate = arithmetic[operator];
  const other = new Float64Array(blockRows);
  return (block, start, length) => {
    left(block, start, length);
    right(other, start, length);
    for (let index = 0; index < length; index++) {
      block[index] = calculate(block[index]!, other[index]!);
    }
  };
}
