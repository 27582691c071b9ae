/**
 * The lines `slope · x − price` that are highest somewhere, by rising slope.
 *
 * @param order - Slots by rising slope; of equal slopes any order.
 * @param into - Takes the slots of the envelope.
 * @returns How many there are.
 */
export function upperEnvelope(
  slopes: Float64Array,
  prices: Float64Array,
  order: Int32Array,
  into: Int32Array,
): number {
  let count = 0;
  for (const slot of order) {
    const slope = slopes[slot] as number;
    const price = prices[slot] as number;
    if (count > 0) {
      const top = into[count - 1] as number;
      if ((slopes[top] as number) === slope) {
        if ((prices[top] as number) <= price) continue;
        count -= 1;
      }
    }
    while (
      count > 1 &&
      isHidden(slopes, prices, into[count - 2] as number, into[count - 1] as number, slot)
    ) {
      count -= 1;
    }
    into[count] = slot;
    count += 1;
  }
  return count;
}

/** Whether the middle of three lines is nowhere the highest. */
function isHidden(
  slopes: Float64Array,
  prices: Float64Array,
  first: number,
  middle: number,
  last: number,
): boolean {
  const toLast =
    ((prices[last] as number) - (prices[first] as number)) /
    ((slopes[last] as number) - (slopes[first] as number));
  const toMiddle =
    ((prices[middle] as number) - (prices[first] as number)) /
    ((slopes[middle] as number) - (slopes[first] as number));
  return toLast <= toMiddle;
}
