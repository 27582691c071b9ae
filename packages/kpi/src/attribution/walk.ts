import type { MarkovChain } from './markov-chain.ts';

/** After how many transitions a journey is given up. */
export type Horizon = 'infinite' | 'longest-path' | number;

/** The expected conversions and value of one journey, whole and without each channel. */
export interface ConversionChances {
  readonly whole: Gain;
  readonly without: readonly Gain[];
}

/** What one journey brings on average. */
interface Gain {
  readonly conversions: number;
  readonly value: number;
}

interface Gains {
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

// Each sweep is cheap; a chain that has not settled by then has loops that hardly ever end.
const mostSweeps = 200_000;

/** Solves a chain, once as it is and once without each channel. */
export function conversionChances(chain: MarkovChain, horizon: Horizon): ConversionChances {
  const { channels, states, converts, meanValue } = chain;
  const rewards = {
    conversions: converts,
    value: converts.map((chance, state) => chance * (meanValue[state] ?? 0)),
  };
  const limit =
    horizon === 'infinite' ? Infinity : horizon === 'longest-path' ? chain.longest + 1 : horizon;
  const order = sweepOrder(chain);
  const solve = (removed: Uint8Array, from?: Gains) =>
    limit === Infinity
      ? settle(chain, rewards, removed, order, from)
      : walk(chain, rewards, removed, limit);

  const all = solve(new Uint8Array(states.length));
  const without = channels.map((_channel, position) => {
    const removed = Uint8Array.from(states, (grams) => (grams.includes(position) ? 1 : 0));
    return atStart(solve(removed, all));
  });
  return { whole: atStart(all), without };
}

/**
 * What is gained from each state in the long run: Gauss and Seidel's sweeps until nothing moves. When
 * what moves shrinks steadily, all that is still to come is added at once.
 */
function settle(
  { starts, targets, probabilities }: MarkovChain,
  rewards: Gains,
  removed: Uint8Array,
  order: Int32Array,
  from?: Gains,
): Gains {
  const { length } = removed;
  const conversions = from ? from.conversions.slice() : new Float64Array(length);
  const value = from ? from.value.slice() : new Float64Array(length);
  for (let state = 0; state < length; state += 1) {
    if (removed[state]) conversions[state] = value[state] = 0;
  }
  const moved = { conversions: new Float64Array(length), value: new Float64Array(length) };
  let [before, factorBefore] = [Infinity, Infinity];
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let [most, largest] = [0, 0];
    for (let index = 0; index < order.length; index += 1) {
      const state = order[index]!;
      if (removed[state] === 1) continue;
      let converted = rewards.conversions[state]!;
      let worth = rewards.value[state]!;
      const end = starts[state + 1]!;
      for (let place = starts[state]!; place < end; place += 1) {
        const target = targets[place]!;
        const probability = probabilities[place]!;
        converted += probability * conversions[target]!;
        worth += probability * value[target]!;
      }
      const move = converted - conversions[state]!;
      moved.conversions[state] = move;
      moved.value[state] = worth - value[state]!;
      most = Math.max(most, Math.abs(move));
      largest = Math.max(largest, converted);
      conversions[state] = converted;
      value[state] = worth;
    }
    const shrinking = before === Infinity || before === 0 ? 1 : most / before;
    const factor = shrinking < 1 ? Math.min(shrinking, 0.999999) : 1;
    const rest = factor / (1 - factor);
    // Below the last digit nothing but rounding moves.
    if (most <= 2 ** -52 * largest || most * rest <= 1e-15 * largest) break;
    const isSteady = Math.abs(factor - factorBefore) < 0.02 * (1 - factor);
    if (isSteady) {
      for (let state = 0; state < length; state += 1) {
        conversions[state]! += rest * moved.conversions[state]!;
        value[state]! += rest * moved.value[state]!;
      }
    }
    [before, factorBefore] = isSteady ? [Infinity, Infinity] : [most, factor];
  }
  return { conversions, value };
}

/** The same for a limited number of transitions. */
function walk(
  { starts, targets, probabilities }: MarkovChain,
  rewards: Gains,
  removed: Uint8Array,
  steps: number,
): Gains {
  const advance = (gain: Float64Array, reward: Float64Array) =>
    reward.map((own, state) => {
      if (removed[state] === 1) return 0;
      let sum = own;
      for (let place = starts[state]!; place < starts[state + 1]!; place += 1) {
        sum += probabilities[place]! * gain[targets[place]!]!;
      }
      return sum;
    });
  let conversions = new Float64Array(removed.length);
  let value = new Float64Array(removed.length);
  for (let step = 0; step < steps; step += 1) {
    conversions = advance(conversions, rewards.conversions);
    value = advance(value, rewards.value);
  }
  return { conversions, value };
}

function atStart({ conversions, value }: Gains): Gain {
  return { conversions: conversions[0] ?? 0, value: value[0] ?? 0 };
}

/** Far states first, so that one sweep carries news all the way back to the start. */
function sweepOrder({ starts, targets, states }: MarkovChain): Int32Array {
  const seen = new Uint8Array(states.length);
  const reached: number[] = [0];
  seen[0] = 1;
  for (let index = 0; index < reached.length; index += 1) {
    const state = reached[index]!;
    for (let place = starts[state]!; place < starts[state + 1]!; place += 1) {
      const target = targets[place]!;
      if (seen[target]) continue;
      seen[target] = 1;
      reached.push(target);
    }
  }
  return Int32Array.from(reached.toReversed());
}
