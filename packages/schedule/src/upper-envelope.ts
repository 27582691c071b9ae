import { at } from './matrix.ts';

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
    const slope = at(slopes, slot);
    const price = at(prices, slot);
    if (count > 0) {
      const top = at(into, count - 1);
      if (at(slopes, top) === slope) {
        if (at(prices, top) <= price) continue;
        count -= 1;
      }
    }
    while (count > 1 && isHidden(slopes, prices, at(into, count - 2), at(into, count - 1), slot)) {
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
  const toLast = (at(prices, last) - at(prices, first)) / (at(slopes, last) - at(slopes, first));
  const toMiddle =
    (at(prices, middle) - at(prices, first)) / (at(slopes, middle) - at(slopes, first));
  return toLast <= toMiddle;
}
