import { ConfigurationError, type Random } from '@affiche/core';

/** What every coalition of players earns. */
export interface Game {
  readonly players: readonly string[];
  /** The earnings of a coalition, given whether a player is in it. */
  readonly worth: (has: (player: string) => boolean) => number;
}

/** How the values are found. */
export type ShapleyGameOptions =
  | { readonly method?: 'exact' }
  | {
      readonly method: 'sampled';
      /** Pairs of an order and its reverse. */
      readonly pairs?: number;
      readonly random: Random;
    };

/** What one player is worth. */
export interface ShapleyValue {
  readonly player: string;
  readonly value: number;
  /** Of a sampled value; 0 for an exact one. */
  readonly standardError: number;
}

const mostPlayers = 22;

/**
 * The Shapley values of a game: each player's average contribution over all orders in which they
 * could have come. Exact over all coalitions up to 22 players; sampled, with a standard error, for
 * any number. Sampled values add up to the worth of all players exactly, too.
 *
 * ```ts
 * import { shapleyGame } from '@affiche/kpi/attribution';
 *
 * const gloves = { players: ['left', 'right 1', 'right 2'], worth: (has: (player: string) => boolean) =>
 *   has('left') && (has('right 1') || has('right 2')) ? 1 : 0 };
 * shapleyGame(gloves).map(({ value }) => value.toFixed(4)); // => ['0.6667', '0.1667', '0.1667']
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `too-many-players` for an exact value of more than 22 players.
 */
export function shapleyGame(game: Game, options: ShapleyGameOptions = {}): ShapleyValue[] {
  return options.method === 'sampled'
    ? sampled(game, options.random, options.pairs ?? 1000)
    : exact(game);
}

function exact({ players, worth }: Game): ShapleyValue[] {
  const count = players.length;
  if (count > mostPlayers) {
    throw new ConfigurationError('too-many-players', {
      message: `${count} players make ${2 ** count} coalitions`,
      hint: "Use method: 'sampled'.",
      details: { players: count, limit: mostPlayers },
    });
  }
  const worths = worthOfAll({ players, worth });
  // How many orders put a given coalition of each size first, over all orders.
  const weights = new Float64Array(count);
  weights[0] = 1 / (count || 1);
  for (let size = 1; size < count; size += 1) {
    weights[size] = ((weights[size - 1] ?? 0) * size) / (count - size);
  }
  const values = new Float64Array(count);
  for (let coalition = 0; coalition < worths.length; coalition += 1) {
    const size = bitsIn(coalition);
    const own = worths[coalition]!;
    for (let player = 0; player < count; player += 1) {
      if ((coalition & (1 << player)) !== 0) values[player]! += weights[size - 1]! * own;
      else values[player]! -= weights[size]! * own;
    }
  }
  return players.map((player, index) => ({
    player,
    value: values[index] ?? 0,
    standardError: 0,
  }));
}

function worthOfAll({ players, worth }: Game): Float64Array {
  const bits = new Map(players.map((player, index) => [player, 1 << index]));
  const worths = new Float64Array(2 ** players.length);
  let coalition = 0;
  const has = (player: string) => (coalition & (bits.get(player) ?? 0)) !== 0;
  for (; coalition < worths.length; coalition += 1) worths[coalition] = worth(has);
  return worths;
}

function sampled({ players, worth }: Game, random: Random, pairs: number): ShapleyValue[] {
  const sums = new Float64Array(players.length);
  const squares = new Float64Array(players.length);
  const order = players.map((_player, index) => index);
  const positions = new Map(players.map((player, index) => [player, index]));
  const present = new Uint8Array(players.length);
  const has = (player: string) => present[positions.get(player) ?? -1] === 1;

  /** Lets players come one by one, and gives each the worth that came with it. */
  function arrive(): Float64Array {
    present.fill(0);
    const gains = new Float64Array(players.length);
    let before = worth(has);
    for (const player of order) {
      present[player] = 1;
      const after = worth(has);
      gains[player] = after - before;
      before = after;
    }
    return gains;
  }

  for (let pair = 0; pair < pairs; pair += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    const forth = arrive();
    order.reverse();
    const back = arrive();
    for (const player of players.keys()) {
      // Who came early in one order comes late in the other: their mean varies less.
      const gain = (forth[player]! + back[player]!) / 2;
      sums[player]! += gain;
      squares[player]! += gain * gain;
    }
  }
  return players.map((player, index) => {
    const mean = sums[index]! / pairs;
    const variance = Math.max(0, (squares[index]! - pairs * mean * mean) / (pairs - 1));
    return { player, value: mean, standardError: Math.sqrt(variance / pairs) };
  });
}

function bitsIn(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
