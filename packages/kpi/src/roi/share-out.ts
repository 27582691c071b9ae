import { type Money, ConfigurationError } from '@affiche/core';

/**
 * Shares an amount out by weights so that the parts add up to it, to the cent: each part is rounded
 * down, and what is left goes, a minor unit each, to the parts that lost most (the first, on a tie).
 *
 * ```ts
 * import { shareOut } from '@affiche/kpi/roi';
 *
 * const parts = shareOut({ minor: 10_000, currency: 'EUR' }, [1, 1, 1]);
 * parts.map(({ minor }) => minor); // => [3334, 3333, 3333]
 * ```
 *
 * @param weights Hours, posts, spend or impressions: whole numbers, none below zero.
 * @throws ConfigurationError `invalid-weights` when they are not, or are all zero.
 */
export function shareOut({ minor, currency }: Money, weights: readonly number[]): Money[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0) || !weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new ConfigurationError('invalid-weights', {
      message: `Cannot share an amount out by ${weights.join(', ')}`,
      hint: 'Give whole numbers from zero up, at least one above zero.',
      details: { weights },
    });
  }
  const sign = minor < 0 ? -1 : 1;
  const size = BigInt(Math.abs(minor));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: Number(product / BigInt(sum)), lost: product % BigInt(sum) };
  });
  let left = Math.abs(minor) - parts.reduce((all, { whole }) => all + whole, 0);
  const order = parts.toSorted((a, b) =>
    a.lost === b.lost ? a.index - b.index : a.lost < b.lost ? 1 : -1,
  );
  for (const part of order) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.map(({ whole }) => ({ minor: whole === 0 ? 0 : sign * whole, currency }));
}
