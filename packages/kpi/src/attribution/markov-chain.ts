import { ConfigurationError } from '@affiche/core';
import type { Journeys } from './journeys.ts';
import { numberIndex } from './number-index.ts';

/**
 * Where journeys go next. A state is the last few channels; the first touches of a journey, and
 * journeys shorter than the order, have shorter states.
 */
export interface MarkovChain {
  readonly order: number;
  readonly channels: readonly string[];
  /** Each state's channels, oldest first; state 0 is the start and has none. */
  readonly states: readonly (readonly number[])[];
  /** Transitions between states, row after row: `targets[starts[s] … starts[s + 1])`. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** The probability of each transition. */
  readonly probabilities: Float64Array;
  /** The probability of converting next, by state. */
  readonly converts: Float64Array;
  /** The mean value of conversions from a state. */
  readonly meanValue: Float64Array;
  /** The largest number of transitions that a journey needed, the last one into its end included. */
  readonly longest: number;
}

/**
 * Fits a Markov chain to journeys, counting each by its conversions and its nulls. A state that
 * repeats itself counts once.
 *
 * ```ts
 * import { fitMarkovChain, journeysFromPaths } from '@affiche/kpi/attribution';
 *
 * const journeys = journeysFromPaths({ paths: ['a > b > a'], conversions: [1], nulls: [1] });
 * fitMarkovChain(journeys, { order: 2 }).states; // => [[], [0, 1], [1, 0]]
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-order`; `too-many-channels` when states could no longer
 *   be told apart.
 */
export function fitMarkovChain(
  journeys: Journeys,
  { order = 1 }: { readonly order?: number } = {},
): MarkovChain {
  const radix = journeys.channels.length + 1;
  refuseUnlessPossible(order, radix);
  const grams = numberIndex();
  const codes: number[] = [];
  const moves = numberIndex();
  const [froms, tos, weights]: [number[], number[], number[]] = [[], [], []];
  const [conversions, values, outflow]: [number[], number[], number[]] = [[], [], []];
  const kept = radix ** (order - 1);
  const everyGram = kept * radix;
  let longest = 1;
  stateOf(0);

  function stateOf(code: number): number {
    const state = grams.of(code);
    if (state === codes.length) {
      codes.push(code);
      conversions.push(0);
      values.push(0);
      outflow.push(0);
    }
    return state;
  }

  for (const path of journeys.paths) {
    const weight = path.conversions + path.nulls;
    if (weight === 0) continue;
    const { steps } = path;
    const opening = Math.min(order, steps.length);
    let [from, code, length] = [0, 0, 1];
    for (let index = 0; index < steps.length; index += 1) {
      const step = (steps[index] ?? 0) + 1;
      code = (code % kept) * radix + step;
      if (index < opening - 1) continue;
      // A state and a channel decide the next state; only the start needs the whole gram.
      const move = moves.of(from === 0 ? code : everyGram + from * radix + step);
      if (move === froms.length) {
        froms.push(from);
        tos.push(stateOf(code));
        weights.push(0);
      }
      const to = tos[move] ?? 0;
      if (to === from) continue;
      weights[move]! += weight;
      outflow[from]! += weight;
      from = to;
      length += 1;
    }
    conversions[from]! += path.conversions;
    values[from]! += path.value;
    outflow[from]! += weight;
    longest = Math.max(longest, length);
  }

  const converts = Float64Array.from(conversions, (count, state) => count / (outflow[state] || 1));
  const meanValue = Float64Array.from(values, (value, state) => value / (conversions[state] || 1));
  const states = codes.map((code) => decode(code, radix));
  return {
    order,
    channels: journeys.channels,
    states,
    ...rows({ froms, tos, weights, outflow }),
    converts,
    meanValue,
    longest,
  };
}

/** Sorts transitions by state and turns counts into probabilities. */
function rows({
  froms,
  tos,
  weights,
  outflow,
}: Readonly<Record<'froms' | 'tos' | 'weights' | 'outflow', readonly number[]>>) {
  const starts = new Int32Array(outflow.length + 1);
  for (const [move, from] of froms.entries()) if (weights[move]) starts[from + 1]! += 1;
  for (let state = 0; state < outflow.length; state += 1) starts[state + 1]! += starts[state] ?? 0;
  const next = starts.slice();
  const count = starts.at(-1) ?? 0;
  const targets = new Int32Array(count);
  const probabilities = new Float64Array(count);
  for (const [move, from] of froms.entries()) {
    const weight = weights[move] ?? 0;
    // A state that repeats itself is no move.
    if (weight === 0) continue;
    const place = next[from] ?? 0;
    next[from] = place + 1;
    targets[place] = tos[move] ?? 0;
    probabilities[place] = weight / (outflow[from] || 1);
  }
  return { starts, targets, probabilities };
}

function decode(code: number, radix: number): number[] {
  const channels: number[] = [];
  for (let rest = code; rest > 0; rest = Math.floor(rest / radix))
    channels.unshift((rest % radix) - 1);
  return channels;
}

function refuseUnlessPossible(order: number, radix: number): void {
  if (![1, 2, 3, 4].includes(order)) {
    throw new ConfigurationError('invalid-order', {
      message: `A Markov chain of order ${order} is not offered`,
      hint: 'Use an order from 1 to 4: beyond, every journey is a state of its own.',
      details: { order },
    });
  }
  if (radix ** order > Number.MAX_SAFE_INTEGER / 2) {
    throw new ConfigurationError('too-many-channels', {
      message: `${radix - 1} channels are too many for order ${order}`,
      hint: 'Use a lower order, or join rare channels.',
      details: { channels: radix - 1, order },
    });
  }
}
