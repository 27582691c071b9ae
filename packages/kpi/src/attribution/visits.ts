import type { MarkovChain } from './markov-chain.ts';
import type { ConversionChances } from './walk.ts';

/**
 * The chances of a chain of order 1 from the expected number of visits to each channel: one inverse
 * answers for all channels at once, however many there are. Without channel c a journey keeps what
 * it gains before it first comes to c.
 */
export function chancesByVisits(chain: MarkovChain): ConversionChances {
  const { channels, states, converts, meanValue } = chain;
  const size = states.length;
  const visits = inverse(complement(chain), size);
  const conversions = new Float64Array(size);
  const value = new Float64Array(size);
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) {
      const gained = visits[from * size + to]! * converts[to]!;
      conversions[from]! += gained;
      value[from]! += gained * meanValue[to]!;
    }
  }
  const whole = { conversions: conversions[0] ?? 0, value: value[0] ?? 0 };
  const stateOf = new Map(states.map(([channel], state) => [channel, state]));
  const without = channels.map((_channel, position) => {
    const state = stateOf.get(position);
    if (state === undefined) return whole;
    const reached = visits[state]! / visits[state * size + state]!;
    return {
      conversions: whole.conversions - reached * conversions[state]!,
      value: whole.value - reached * value[state]!,
    };
  });
  return { whole, without };
}

/** I − Q, row after row. */
function complement({ states, starts, targets, probabilities }: MarkovChain): Float64Array {
  const size = states.length;
  const matrix = new Float64Array(size * size);
  for (let state = 0; state < size; state += 1) {
    matrix[state * size + state] = 1;
    for (let place = starts[state]!; place < starts[state + 1]!; place += 1) {
      matrix[state * size + targets[place]!]! -= probabilities[place]!;
    }
  }
  return matrix;
}

/** Gauss and Jordan's inverse in place. No pivots are sought: every journey ends, so the diagonal leads. */
function inverse(matrix: Float64Array, size: number): Float64Array {
  for (let pivot = 0; pivot < size; pivot += 1) {
    const pivotRow = matrix.subarray(pivot * size, (pivot + 1) * size);
    const scale = 1 / pivotRow[pivot]!;
    pivotRow[pivot] = 1;
    for (let column = 0; column < size; column += 1) pivotRow[column]! *= scale;
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const own = matrix.subarray(row * size, (row + 1) * size);
      const factor = own[pivot]!;
      if (factor === 0) continue;
      own[pivot] = 0;
      for (let column = 0; column < size; column += 1) own[column]! -= factor * pivotRow[column]!;
    }
  }
  return matrix;
}
