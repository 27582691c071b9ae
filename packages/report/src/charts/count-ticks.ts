/** How many lines a scale of counts gets: between two counts there is nothing to mark. */
export function countTicks(values: readonly number[], most: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return Math.max(1, Math.min(most, Math.ceil(high - low)));
}
