/** How the rows of a group become one number. */
export type Aggregate = 'sum' | 'mean' | 'median' | 'p90' | 'first' | 'last' | 'once';

/** A calculation over the facts of one row. */
export type RowExpression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'fact'; readonly fact: string }
  /** The engagements of the chosen engagement set. */
  | { readonly kind: 'engagements' }
  | Operation<RowExpression>;

/** A calculation over the aggregates of one group. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'aggregate';
      readonly aggregate: Aggregate;
      readonly of: RowExpression;
      /** Rows count only where this too is known: what keeps both halves of a ratio on the same rows. */
      readonly where?: RowExpression;
    }
  | Operation<Expression>;

/** The four arithmetic operators. */
export type Operator = '+' | '-' | '*' | '/';

/** Arithmetic on two operands; division by zero is unknown, never infinite. */
export interface Operation<Operand> {
  readonly kind: 'operation';
  readonly operator: Operator;
  readonly left: Operand;
  readonly right: Operand;
}

/**
 * The base facts an expression reads, in order of appearance; `engagements` stands for its set.
 */
export function factsOf(expression: Expression | RowExpression): readonly string[] {
  return [...new Set(walk(expression))];
}

/** Whether an expression divides anywhere, so that a zero denominator can happen. */
export function divides(expression: Expression | RowExpression): boolean {
  if (expression.kind === 'aggregate') return divides(expression.of);
  return (
    expression.kind === 'operation' &&
    (expression.operator === '/' || divides(expression.left) || divides(expression.right))
  );
}

/** The aggregates within an expression, from left to right. */
export function aggregatesIn(expression: Expression): Extract<Expression, { kind: 'aggregate' }>[] {
  if (expression.kind === 'aggregate') return [expression];
  if (expression.kind === 'number') return [];
  return [...aggregatesIn(expression.left), ...aggregatesIn(expression.right)];
}

function walk(expression: Expression | RowExpression): string[] {
  const { kind } = expression;
  if (kind === 'number') return [];
  if (kind === 'fact') return [expression.fact];
  if (kind === 'engagements') return [kind];
  const parts =
    kind === 'aggregate' ? [expression.of, expression.where] : [expression.left, expression.right];
  return parts.flatMap((part) => (part ? walk(part) : []));
}
