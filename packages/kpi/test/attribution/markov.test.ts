import { AfficheError } from '@affiche/core';
import {
  attribute,
  conversionProbability,
  fitMarkovChain,
  type Journeys,
  journeysFromPaths,
  markov,
  removalEffects,
} from '@affiche/kpi/attribution';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { denseRemovalEffects, type PathRow } from './dense-chain.ts';

const row = fc.record({
  path: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 }),
  conversions: fc.nat({ max: 20 }),
  nulls: fc.nat({ max: 50 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 30 });
const order = fc.integer({ min: 1, max: 4 });

function journeys(table: readonly PathRow[]): Journeys {
  return journeysFromPaths({
    paths: table.map(({ path }) => path.join(' > ')),
    conversions: table.map(({ conversions }) => conversions),
    nulls: table.map(({ nulls }) => nulls),
    values: table.map(({ conversions }, index) => conversions * (index + 1) * 100),
  });
}

function total(table: readonly PathRow[], column: 'conversions' | 'nulls'): number {
  return table.reduce((sum, each) => sum + each[column], 0);
}

/** The difference, relative to anything larger than 1. */
function gap(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
}

describe('a Markov chain', () => {
  test('converts exactly as often as the journeys did', () => {
    fc.assert(
      fc.property(rows, order, (table, k) => {
        const [converted, lost] = [total(table, 'conversions'), total(table, 'nulls')];
        fc.pre(converted > 0);
        const chance = conversionProbability(fitMarkovChain(journeys(table), { order: k }));
        expect(gap(chance, converted / (converted + lost))).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  test('loses what an independent solution loses, at every order', () => {
    fc.assert(
      fc.property(rows, order, (table, k) => {
        fc.pre(total(table, 'conversions') > 0);
        const expected = denseRemovalEffects(table, k);
        for (const { channel, conversions } of removalEffects(
          fitMarkovChain(journeys(table), { order: k }),
        )) {
          expect(gap(conversions, expected.get(channel) ?? 0)).toBeLessThanOrEqual(1e-10);
          expect(conversions).toBeGreaterThanOrEqual(0);
          expect(conversions).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('credits every conversion, and all of the value', () => {
    fc.assert(
      fc.property(rows, order, (table, k) => {
        fc.pre(total(table, 'conversions') > 0);
        const data = journeys(table);
        const { channels, conversions, value, status } = attribute(data, markov({ order: k }));
        expect(status).toBe('ok');
        expect(
          gap(
            channels.reduce((sum, each) => sum + each.conversions, 0),
            conversions,
          ),
        ).toBeLessThanOrEqual(1e-12);
        expect(
          gap(
            channels.reduce((sum, each) => sum + each.value, 0),
            value,
          ),
        ).toBeLessThanOrEqual(1e-12);
      }),
    );
  });

  test('does not mind the order of rows, nor rows that were not merged', () => {
    fc.assert(
      fc.property(rows, order, (table, k) => {
        fc.pre(total(table, 'conversions') > 0);
        const split = table.flatMap((each) => [
          { ...each, nulls: 0 },
          { ...each, conversions: 0 },
        ]);
        const one = credits(attribute(journeys(table), markov({ order: k })).channels);
        const other = credits(
          attribute(journeys(split.toReversed()), markov({ order: k })).channels,
        );
        for (const [channel, conversions] of one) {
          expect(gap(other.get(channel) ?? 0, conversions)).toBeLessThanOrEqual(1e-9);
        }
      }),
    );
  });

  test('does not run ahead of what grows for a while', () => {
    const effects = removalEffects(
      fitMarkovChain(
        journeys([
          { path: ['e', 'a', 'c', 'a', 'b'], conversions: 0, nulls: 37 },
          { path: ['e', 'a', 'c', 'a', 'b'], conversions: 3, nulls: 0 },
          { path: ['e', 'a', 'd', 'c', 'b', 'c', 'a', 'd'], conversions: 0, nulls: 17 },
          { path: ['e', 'a', 'd', 'c', 'b', 'c', 'a', 'd'], conversions: 16, nulls: 0 },
          { path: ['a', 'c', 'd'], conversions: 0, nulls: 7 },
          { path: ['a', 'c', 'd'], conversions: 11, nulls: 0 },
          { path: ['a', 'c', 'c', 'd', 'e', 'e'], conversions: 0, nulls: 10 },
          { path: ['a', 'c', 'c', 'd', 'e', 'e'], conversions: 2, nulls: 0 },
          { path: ['d', 'd'], conversions: 0, nulls: 31 },
          { path: ['d', 'd'], conversions: 2, nulls: 0 },
          { path: ['d', 'd', 'd'], conversions: 0, nulls: 12 },
          { path: ['d', 'd', 'd'], conversions: 3, nulls: 0 },
          { path: ['c', 'd', 'b', 'd', 'd'], conversions: 0, nulls: 38 },
          { path: ['c', 'd', 'b', 'd', 'd'], conversions: 7, nulls: 0 },
          { path: ['a', 'd', 'c', 'e', 'e', 'a', 'a', 'a'], conversions: 0, nulls: 40 },
          { path: ['a', 'd', 'c', 'e', 'e', 'a', 'a', 'a'], conversions: 9, nulls: 0 },
          { path: ['d', 'b', 'c', 'a', 'a', 'c', 'c'], conversions: 0, nulls: 45 },
        ]),
        { order: 2 },
      ),
    );
    // As a walk of 5,000 transitions finds it.
    const effect = effects.find(({ channel }) => channel === 'e');
    expect(effect?.conversions).toBeCloseTo(0.360511113263751, 12);
  });

  test('agrees with itself whichever way it is solved', () => {
    fc.assert(
      fc.property(rows, (table) => {
        fc.pre(total(table, 'conversions') > 0);
        const chain = fitMarkovChain(journeys(table));
        const long = removalEffects(chain, { horizon: 5000 });
        for (const [index, { conversions }] of removalEffects(chain).entries()) {
          expect(gap(long[index]?.conversions ?? 0, conversions)).toBeLessThanOrEqual(1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('gives a journey up at its horizon', () => {
    const data = journeys([{ path: ['a', 'b', 'c'], conversions: 1, nulls: 0 }]);
    const chain = fitMarkovChain(data);
    expect(chain.longest).toBe(4);
    expect(conversionProbability(chain, { horizon: 3 })).toBe(0);
    expect(conversionProbability(chain, { horizon: 4 })).toBe(1);
    expect(conversionProbability(chain, { horizon: 'longest-path' })).toBe(1);
  });

  test('counts a state that repeats itself once, and keeps short journeys whole', () => {
    const data = journeys([
      { path: ['a', 'a', 'a', 'b'], conversions: 1, nulls: 0 },
      { path: ['b'], conversions: 1, nulls: 0 },
    ]);
    expect(fitMarkovChain(data, { order: 1 }).states).toEqual([[], [0], [1]]);
    expect(fitMarkovChain(data, { order: 2 }).states).toEqual([[], [0, 0], [0, 1], [1]]);
  });
});

describe('worked examples', () => {
  test('three journeys, two of them lost', () => {
    const data = journeysFromPaths({
      paths: ['C1 > C2 > C3', 'C1', 'C2 > C3'],
      conversions: [1, 0, 0],
      nulls: [0, 1, 1],
    });
    const chain = fitMarkovChain(data);
    expect(gap(conversionProbability(chain), 1 / 3)).toBeLessThanOrEqual(1e-15);
    const effects = removalEffects(chain).map(({ conversions }) => conversions);
    for (const [index, expected] of [0.5, 1, 1].entries())
      expect(gap(effects[index]!, expected)).toBeLessThanOrEqual(1e-12);
    const shares = credits(attribute(data, markov()).channels);
    expect(gap(shares.get('C1')!, 0.2)).toBeLessThanOrEqual(1e-12);
    expect(gap(shares.get('C3')!, 0.4)).toBeLessThanOrEqual(1e-12);
  });

  test('google and mailing', () => {
    const data = journeysFromPaths({
      paths: ['google', 'mailing', 'google > mailing'],
      conversions: [2, 1, 1],
      nulls: [1, 0, 0],
    });
    const chain = fitMarkovChain(data);
    expect(gap(conversionProbability(chain), 0.8)).toBeLessThanOrEqual(1e-15);
    expect(removalEffects(chain).map(({ conversions }) => conversions.toFixed(12))).toEqual([
      '0.750000000000',
      '0.500000000000',
    ]);
    const shares = credits(attribute(data, markov()).channels);
    expect(gap(shares.get('google')!, 2.4)).toBeLessThanOrEqual(1e-12);
    expect(gap(shares.get('mailing')!, 1.6)).toBeLessThanOrEqual(1e-12);
  });

  test('value follows the journeys that brought it', () => {
    const data = journeysFromPaths({ paths: ['a', 'b'], conversions: [1, 1], values: [100, 300] });
    const { channels } = attribute(data, markov());
    expect(channels.map(({ channel, value }) => [channel, Math.round(value)])).toEqual([
      ['a', 100],
      ['b', 300],
    ]);
  });
});

describe('limits', () => {
  test('orders that are not offered are refused', () => {
    const data = journeys([{ path: ['a'], conversions: 1, nulls: 0 }]);
    for (const order of [0, 5, 1.5]) {
      expect(() => fitMarkovChain(data, { order })).toThrow(AfficheError);
    }
  });

  test('nothing to share out is a status, not an accident', () => {
    const none = journeysFromPaths({ paths: [], conversions: [] });
    expect(attribute(none, markov()).status).toBe('no-journeys');
    const lost = journeys([{ path: ['a', 'b'], conversions: 0, nulls: 4 }]);
    const result = attribute(lost, markov({ order: 2 }));
    expect(result.status).toBe('no-conversions');
    expect(result.channels.map(({ conversions }) => conversions)).toEqual([0, 0]);
  });

  test('a journey that goes in circles for very long is solved all the same', () => {
    const circle = Array.from({ length: 3000 }, (_each, index) => ['a', 'b', 'c'][index % 3] ?? '');
    const table = [
      { path: circle, conversions: 1, nulls: 3 },
      { path: ['a', 'd'], conversions: 2, nulls: 4 },
      { path: ['d', 'b'], conversions: 1, nulls: 9 },
    ];
    for (const order of [1, 2, 3]) {
      const chain = fitMarkovChain(journeys(table), { order });
      expect(gap(conversionProbability(chain), 4 / 20)).toBeLessThanOrEqual(1e-12);
    }
  });

  test('many channels are solved together', () => {
    const table = Array.from({ length: 80 }, (_each, index) => ({
      path: [`c${index}`, `c${(index * 7 + 1) % 80}`, `c${(index * 13 + 5) % 80}`],
      conversions: (index % 3) + 1,
      nulls: 2,
    }));
    const effects = removalEffects(fitMarkovChain(journeys(table)));
    const expected = denseRemovalEffects(table, 1);
    for (const { channel, conversions } of effects.slice(0, 5)) {
      expect(gap(conversions, expected.get(channel) ?? 0)).toBeLessThanOrEqual(1e-10);
    }
  });
});

function credits(
  channels: readonly { readonly channel: string; readonly conversions: number }[],
): Map<string, number> {
  return new Map(channels.map(({ channel, conversions }) => [channel, conversions]));
}
