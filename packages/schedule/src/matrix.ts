import { ConfigurationError } from '@affiche/core';

/**
 * Replaces the lower half of a symmetric matrix, rows one after the other, by its Cholesky factor.
 * The matrices here are an identity plus a sum of squares, so a failure means a value was not finite.
 */
export function factorise(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k += 1) {
        sum -= (matrix[row * size + k] as number) * (matrix[column * size + k] as number);
      }
      if (row !== column) {
        matrix[row * size + column] = sum / (matrix[column * size + column] as number);
      } else if (sum > 0) {
        matrix[row * size + row] = Math.sqrt(sum);
      } else {
        throw new ConfigurationError('not-positive-definite', {
          message: `A covariance is not positive definite: pivot ${row} is ${sum}`,
          hint: 'Check that every metric and every value of the prior is a finite number.',
          details: { row, pivot: sum },
        });
      }
    }
  }
  return matrix;
}

/** Solves `factor · x = right` in place, from the given row on. */
export function solveForward(factor: Float64Array, size: number, right: Float64Array, first = 0) {
  for (let row = first; row < size; row += 1) {
    let sum = right[row] as number;
    for (let k = first; k < row; k += 1)
      sum -= (factor[row * size + k] as number) * (right[k] as number);
    right[row] = sum / (factor[row * size + row] as number);
  }
  return right;
}

/** Solves `factorᵀ · x = right` in place. */
export function solveBackward(factor: Float64Array, size: number, right: Float64Array) {
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] as number;
    for (let k = row + 1; k < size; k += 1)
      sum -= (factor[k * size + row] as number) * (right[k] as number);
    right[row] = sum / (factor[row * size + row] as number);
  }
  return right;
}

/** The logarithm of a determinant, from the Cholesky factor of the matrix. */
export function logDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += Math.log(factor[row * size + row] as number);
  return 2 * sum;
}

/**
 * Columns whose products with themselves add up to a covariance, the largest directions first,
 * until what is left of any variance is below the tolerance (a share of the largest).
 *
 * @returns `size` rows of `rank` numbers.
 * @see {@link https://doi.org/10.1016/j.apnum.2011.10.001 | Harbrecht et al. 2012, pivoted Cholesky}
 */
export function lowRankRoot(
  covariance: Float64Array,
  size: number,
  { tolerance = 0.01, maximumRank = 48 } = {},
): { readonly root: Float64Array; readonly rank: number } {
  const left = Float64Array.from(
    { length: size },
    (_, row) => covariance[row * size + row] as number,
  );
  const enough = Math.max(...left) * tolerance;
  const columns: Float64Array[] = [];
  while (columns.length < maximumRank) {
    const pivot = left.indexOf(Math.max(...left));
    const variance = left[pivot] as number;
    if (!(variance > enough)) break;
    const column = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let sum = covariance[row * size + pivot] as number;
      for (const earlier of columns) sum -= (earlier[row] as number) * (earlier[pivot] as number);
      column[row] = sum / Math.sqrt(variance);
      left[row] = (left[row] as number) - (column[row] as number) ** 2;
    }
    columns.push(column);
  }
  const rank = columns.length;
  const root = new Float64Array(size * rank);
  columns.forEach((column, k) =>
    column.forEach((value, row) => {
      root[row * rank + k] = value;
    }),
  );
  return { root, rank };
}

/** Adds to one cell. */
export function addTo(sums: Float64Array, cell: number, value: number): void {
  sums[cell] = (sums[cell] as number) + value;
}

/** The sum of all values squared. */
export function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}
