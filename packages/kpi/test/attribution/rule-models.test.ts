import {
  attribute,
  type AttributionModel,
  compareModels,
  customRule,
  firstTouch,
  type JourneyPath,
  type Journeys,
  journeysFromPaths,
  lastNonDirect,
  lastTouch,
  linear,
  markov,
  positionBased,
  shaoLi,
  shapley,
  steppedTimeDecay,
  timeDecay,
  wShaped,
} from '@affiche/kpi/attribution';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const models: AttributionModel[] = [
  firstTouch(),
  lastTouch(),
  lastNonDirect({ direct: 'a' }),
  linear(),
  positionBased(),
  positionBased({ first: 0, last: 1 }),
  wShaped(),
  timeDecay(),
  steppedTimeDecay(),
  customRule('nobody', () => []),
  markov(),
  shapley(),
  shaoLi(),
];

/** A journey as weights by touch would see it. */
function one(path: string, rest: Partial<JourneyPath> = {}): Journeys {
  const journeys = journeysFromPaths({ paths: [path], conversions: [1], values: [100] });
  return { ...journeys, paths: journeys.paths.map((each) => Object.assign({}, each, rest)) };
}

/** Credits in the order in which channels turn up. */
function credits(journeys: Journeys, model: AttributionModel): number[] {
  return [...model.share(journeys).conversions].map((each) => Number(each.toFixed(12)));
}

describe('rules', () => {
  test('by position', () => {
    expect(credits(one('a > b > c'), firstTouch())).toEqual([1, 0, 0]);
    expect(credits(one('a > b > c'), lastTouch())).toEqual([0, 0, 1]);
    expect(credits(one('a > b > c > a'), linear())).toEqual([0.5, 0.25, 0.25]);
    expect(credits(one('a > b > c > d'), positionBased())).toEqual([0.4, 0.1, 0.1, 0.4]);
    expect(credits(one('a > b'), positionBased())).toEqual([0.5, 0.5]);
    expect(credits(one('a'), positionBased())).toEqual([1]);
    expect(credits(one('a > b'), positionBased({ first: 0.6, last: 0.2 }))).toEqual([0.75, 0.25]);
  });

  test('by the touch that made a lead', () => {
    expect(credits(one('a > b > c > d > e', { lead: 2 }), wShaped())).toEqual([
      0.3, 0.05, 0.3, 0.05, 0.3,
    ]);
    expect(credits(one('a > b > c', { lead: 1 }), wShaped())).toEqual([
      0.333333333333, 0.333333333333, 0.333333333333,
    ]);
    expect(credits(one('a > b > c', { lead: 0 }), wShaped())).toEqual([0.6, 0.1, 0.3]);
    expect(credits(one('a > b > c > d'), wShaped())).toEqual([0.4, 0.1, 0.1, 0.4]);
  });

  test('by the last touch that was not direct', () => {
    expect(credits(one('a > b > direct > direct'), lastNonDirect())).toEqual([0, 1, 0]);
    expect(credits(one('direct > direct'), lastNonDirect())).toEqual([1]);
  });

  test('by age: eight days count half as much as one', () => {
    const aged = one('a > b', { agesSeconds: [8 * 86_400, 86_400] });
    expect(credits(aged, timeDecay())).toEqual([0.333333333333, 0.666666666667]);
    expect(credits(aged, steppedTimeDecay())).toEqual([0.333333333333, 0.666666666667]);
    const near = one('a > b', { agesSeconds: [6 * 86_400, 86_400] });
    expect(credits(near, steppedTimeDecay())).toEqual([0.5, 0.5]);
    expect(credits(one('a > b'), timeDecay())).toEqual([0.5, 0.5]);
  });

  test('by age do not vanish after years', () => {
    const old = one('a > b', { agesSeconds: [4e9, 4e9] });
    expect(credits(old, timeDecay())).toEqual([0.5, 0.5]);
  });

  test('refuse impossible parameters', () => {
    expect(() => positionBased({ first: 0.8, last: 0.4 })).toThrow('0.8');
    expect(() => positionBased({ first: -0.1 })).toThrow('-0.1');
    expect(() => timeDecay({ halfLifeSeconds: 0 })).toThrow('half-life');
  });
});

describe('every model', () => {
  const table = fc.array(
    fc.record({
      path: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
      conversions: fc.nat({ max: 9 }),
      nulls: fc.nat({ max: 9 }),
    }),
    { minLength: 1, maxLength: 15 },
  );

  test.each(models)('$id gives away what there is, no more and no less', (model) => {
    fc.assert(
      fc.property(table, (rows) => {
        const journeys = journeysFromPaths({
          paths: rows.map(({ path }) => path.join('>')),
          conversions: rows.map(({ conversions }) => conversions),
          nulls: rows.map(({ nulls }) => nulls),
          values: rows.map(({ conversions }) => conversions * 7),
        });
        const { channels, conversions, value } = attribute(journeys, model);
        const given = channels.reduce((sum, each) => sum + each.conversions, 0);
        const worth = channels.reduce((sum, each) => sum + each.value, 0);
        expect(given).toBeCloseTo(conversions, 9);
        expect(worth).toBeCloseTo(value, 9);
        for (const each of channels) expect(each.conversions).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each(models)('$id gives a lone channel everything', (model) => {
    expect(credits(one('a > a > a'), model)).toEqual([1]);
  });
});

describe('shaoLi', () => {
  test('follows the formula', () => {
    // p(a) = 3/6, p(b) = 2/4, p(a, b) = 2/3: C(a) = C(b) = 1/2 + (2/3 − 1/2 − 1/2) / 2 = 1/3 in pairs.
    const journeys = journeysFromPaths({
      paths: ['a > b', 'a', 'b'],
      conversions: [2, 1, 0],
      nulls: [1, 2, 1],
    });
    // Pairs give 2/3 each, alone a gives 1/2: 7/6 against 2/3, scaled to three conversions.
    const [a, b] = credits(journeys, shaoLi());
    expect(a).toBeCloseTo((3 * 7) / 11, 9);
    expect(b).toBeCloseTo((3 * 4) / 11, 9);
  });
});

describe('compareModels', () => {
  test('says how much the choice of a model moves', () => {
    const journeys = journeysFromPaths({ paths: ['a > b', 'a'], conversions: [3, 1] });
    const { models, channels, moved } = compareModels(journeys, [
      firstTouch(),
      lastTouch(),
      linear(),
    ]);
    expect(models).toEqual(['first-touch', 'last-touch', 'linear']);
    expect(channels[0]).toEqual({
      channel: 'a',
      conversions: [4, 1, 2.5],
      disagreement: 3 / 2.5,
    });
    expect(moved).toEqual([
      { between: ['first-touch', 'last-touch'], share: 0.75 },
      { between: ['first-touch', 'linear'], share: 0.375 },
      { between: ['last-touch', 'linear'], share: 0.375 },
    ]);
  });
});
