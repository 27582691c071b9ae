import { seededRandom } from '@affiche/core';
import {
  attribute,
  conversionGame,
  type Game,
  journeysFromPaths,
  shapley,
  shapleyGame,
} from '@affiche/kpi/attribution';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** A game whose worths are listed by coalition. */
function listed(players: readonly string[], worths: Readonly<Record<string, number>>): Game {
  return { players, worth: (has) => worths[players.filter(has).join('')] ?? 0 };
}

const rounded = (game: Game) => shapleyGame(game).map(({ value }) => Number(value.toFixed(9)));

describe('shapleyGame', () => {
  test('knows the textbook games', () => {
    const orders = listed(['O', 'F', 'D'], { O: 7, F: 6, D: 4, OF: 15, OD: 7, FD: 9, OFD: 19 });
    expect(rounded(orders)).toEqual([7.666666667, 8.166666667, 3.166666667]);
    const gloves = listed(['L', 'R', 'S'], { LR: 1, LS: 1, LRS: 1 });
    expect(rounded(gloves)).toEqual([0.666666667, 0.166666667, 0.166666667]);
    const airport: Game = {
      players: ['small', 'medium', 'large'],
      worth: (has) => (has('large') ? 3 : has('medium') ? 2 : has('small') ? 1 : 0),
    };
    expect(rounded(airport)).toEqual([0.333333333, 0.833333333, 1.833333333]);
  });

  test('is efficient, symmetric and fair to those who add nothing', () => {
    const worths = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(worths, (list) => {
        const players = ['a', 'b', 'c', 'd', 'idle'];
        const game: Game = {
          players,
          worth: (has) => {
            const coalition = players
              .slice(0, 4)
              .reduce((sum, player, bit) => sum + (has(player) ? 2 ** bit : 0), 0);
            return coalition === 0 ? 0 : (list[coalition] ?? 0);
          },
        };
        const values = shapleyGame(game);
        const sum = values.reduce((all, { value }) => all + value, 0);
        expect(sum).toBeCloseTo(list[15] ?? 0, 8);
        expect(values[4]?.value).toBeCloseTo(0, 9);
      }),
    );
  });

  test('is the closed form for the conversions that a coalition could have made', () => {
    const rows = fc.array(
      fc.record({
        path: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), {
          minLength: 1,
          maxLength: 6,
        }),
        conversions: fc.nat({ max: 100 }),
      }),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const journeys = journeysFromPaths({
          paths: table.map(({ path }) => path.join('>')),
          conversions: table.map(({ conversions }) => conversions),
        });
        const closed = new Map(
          attribute(journeys, shapley()).channels.map((each) => [each.channel, each.conversions]),
        );
        for (const { player, value } of shapleyGame(conversionGame(journeys))) {
          expect(value).toBeCloseTo(closed.get(player) ?? Number.NaN, 9);
        }
      }),
    );
  });

  test('refuses more players than it can count, and samples them instead', () => {
    const players = Array.from({ length: 30 }, (_each, index) => `p${index}`);
    const game: Game = { players, worth: (has) => players.filter(has).length ** 2 };
    expect(() => shapleyGame(game)).toThrow('30 players');
    const values = shapleyGame(game, { method: 'sampled', pairs: 50, random: seededRandom('p') });
    expect(values.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(900, 8);
    for (const { value, standardError } of values) {
      // An order and its reverse cancel out exactly here.
      expect(value).toBeCloseTo(30, 8);
      expect(standardError).toBeCloseTo(0, 5);
    }
  });

  test('samples with a standard error that tells the truth', () => {
    const players = ['a', 'b', 'c', 'd', 'e', 'f'];
    const weights: Record<string, number> = { a: 3, b: 3, c: 2, d: 2, e: 1, f: 1 };
    const game: Game = {
      players,
      worth: (has) =>
        players.filter(has).reduce((sum, player) => sum + (weights[player] ?? 0), 0) >= 7 ? 1 : 0,
    };
    const exact = shapleyGame(game);
    const random = seededRandom('coverage');
    let [inside, all] = [0, 0];
    for (let run = 0; run < 200; run += 1) {
      const values = shapleyGame(game, { method: 'sampled', pairs: 100, random });
      for (const [index, { value, standardError }] of values.entries()) {
        if (Math.abs(value - exact[index]!.value) <= 1.96 * standardError) inside += 1;
        all += 1;
      }
    }
    expect(inside / all).toBeGreaterThan(0.92);
    expect(inside / all).toBeLessThan(0.98);
  });
});
