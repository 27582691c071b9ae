import {
  attribute,
  bootstrapCredit,
  buildJourneys,
  calibrate,
  type Conversion,
  journeysFromPaths,
  lastTouch,
  linear,
  type Touch,
} from '@affiche/kpi/attribution';
import { instant, seededRandom } from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const start = Date.UTC(2027, 0, 4);
const at = (day: number) => instant(start + day * 86_400_000);
const touch = (channel: string, day: number, rest: Partial<Touch> = {}): Touch => ({
  person: 'p',
  channel,
  at: at(day),
  ...rest,
});

function paths(touches: Touch[], conversions: Conversion[], options = {}) {
  const { channels, paths } = buildJourneys(touches, conversions, options);
  return paths.map(({ steps, conversions }) => [
    steps.map((step) => channels[step]).join('>'),
    conversions,
  ]);
}

describe('buildJourneys', () => {
  test('cuts at each conversion, and keeps what led nowhere', () => {
    const touches = [touch('c', 3), touch('a', 1), touch('b', 2), touch('d', 5)];
    const conversions = [
      { person: 'p', at: at(2.5) },
      { person: 'p', at: at(4) },
    ];
    expect(paths(touches, conversions)).toEqual([
      ['a>b', 1],
      ['c', 1],
      ['d', 0],
    ]);
  });

  test('looks back so far and no further, less far for views', () => {
    const touches = [
      touch('old', 0),
      touch('seen', 30, { kind: 'view' }),
      touch('a', 31),
      touch('seen', 32.5, { kind: 'view' }),
    ];
    const conversions = [{ person: 'p', at: at(33) }];
    expect(paths(touches, conversions)).toEqual([['a>seen', 1]]);
    expect(paths(touches, conversions, { lookbackSeconds: 40 * 86_400 })).toEqual([
      ['old>a>seen', 1],
    ]);
    expect(paths(touches, conversions, { viewLookbackSeconds: 5 * 86_400 })).toEqual([
      ['seen>a>seen', 1],
    ]);
  });

  test('counts a channel once in a session, unless told otherwise', () => {
    const touches = [
      touch('a', 1, { session: 's' }),
      touch('b', 1.1, { session: 's' }),
      touch('a', 1.2, { session: 's', lead: true }),
      touch('a', 2, { session: 't' }),
      touch('a', 2.1),
    ];
    const conversions = [{ person: 'p', at: at(3) }];
    expect(paths(touches, conversions)).toEqual([['a>b>a>a', 1]]);
    expect(paths(touches, conversions, { deduplicate: 'none' })).toEqual([['a>b>a>a>a', 1]]);
    expect(buildJourneys(touches, conversions).paths[0]?.lead).toBe(0);
  });

  test('keeps or drops direct visits', () => {
    const touches = [touch('a', 1), touch('direct', 2)];
    const conversions = [{ person: 'p', at: at(3) }];
    expect(paths(touches, conversions)).toEqual([['a>direct', 1]]);
    expect(paths(touches, conversions, { direct: 'drop' })).toEqual([['a', 1]]);
  });

  test('remembers ages, values and what was decided', () => {
    const journeys = buildJourneys(
      [touch('a', 1), touch('b', 2)],
      [{ person: 'p', at: at(3), value: 2500 }],
      { currency: 'EUR' },
    );
    expect(journeys.paths[0]).toMatchObject({ value: 2500, agesSeconds: [172_800, 86_400] });
    expect(attribute(journeys, lastTouch()).settings).toEqual({
      lookbackSeconds: 2_592_000,
      viewLookbackSeconds: 86_400,
      deduplicate: 'session',
      direct: 'keep',
      currency: 'EUR',
    });
  });

  test('tells conversions that nobody earned from those that somebody did', () => {
    const other = { person: 'q', at: at(3), value: 7 };
    const journeys = buildJourneys([touch('a', 1)], [{ person: 'p', at: at(2) }, other]);
    expect(journeys.unattributed).toEqual({ conversions: 1, value: 7 });
    expect(journeys.findings).toMatchObject([
      { rule: 'attribution/path/no-touch', path: ['conversions', 1] },
    ]);
    expect(paths([touch('a', 1)], [{ person: 'q', at: at(3) }])).toEqual([['a', 0]]);
  });

  test('names the row and the column that it cannot read, and reads the others', () => {
    const journeys = buildJourneys(
      [touch('a', 1), touch('', 1), { ...touch('b', 1), at: 'yesterday' }, null as never],
      [{ person: 'p', at: at(2) }, { person: 'p', at: at(3), value: Number.NaN }, null as never],
    );
    expect(journeys.paths).toHaveLength(1);
    expect(journeys.findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['attribution/touches/channel', ['touches', 1, 'channel']],
      ['attribution/touches/at', ['touches', 2, 'at']],
      ['attribution/touches/person', ['touches', 3, 'person']],
      ['attribution/conversions/value', ['conversions', 1, 'value']],
      ['attribution/conversions/person', ['conversions', 2, 'person']],
    ]);
  });

  test('loses no conversion, whatever the order of rows', () => {
    const time = fc.integer({ min: 0, max: 60 });
    const touches = fc.array(fc.tuple(fc.constantFrom('p', 'q'), fc.constantFrom('a', 'b'), time), {
      maxLength: 12,
    });
    const goals = fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r'), time), { maxLength: 6 });
    fc.assert(
      fc.property(touches, goals, (met, done) => {
        const conversions = done.map(([person, day]) => ({ person, at: at(day), value: 10 }));
        const journeys = buildJourneys(
          met.map(([person, channel, day]) => touch(channel, day, { person })),
          conversions,
        );
        const counted = journeys.paths.reduce((sum, path) => sum + path.conversions, 0);
        const value = journeys.paths.reduce((sum, path) => sum + path.value, 0);
        expect(counted + journeys.unattributed.conversions).toBe(conversions.length);
        expect(value + journeys.unattributed.value).toBe(10 * conversions.length);
      }),
    );
  });
});

describe('journeysFromPaths', () => {
  test('leaves out rows with impossible numbers, and says which', () => {
    const journeys = journeysFromPaths({
      paths: ['a', 'b', 'c', 'd'],
      conversions: [1, -1, Number.NaN, 2],
      nulls: [0, 0, 0, -3],
    });
    expect(journeys.channels).toEqual(['a']);
    expect(journeys.findings.map(({ path }) => path)).toEqual([
      ['conversions', 1],
      ['conversions', 2],
      ['nulls', 3],
    ]);
  });

  test('puts a path without touches aside, and names its row', () => {
    const journeys = journeysFromPaths({
      paths: ['', 'a', ' > '],
      conversions: [2, 3, 1],
      values: [4, 6, 2],
    });
    expect(journeys.findings.map(({ path }) => path)).toEqual([
      ['paths', 0],
      ['paths', 2],
    ]);
    expect(journeys.unattributed).toEqual({ conversions: 3, value: 6 });
    expect(attribute(journeys, linear())).toMatchObject({
      conversions: 3,
      unattributed: { conversions: 3 },
    });
  });

  test('reads what cutting the text would give, names that look alike included', () => {
    // Aa and BB, AaAa and BBBB have the same simple hash.
    const name = fc.constantFrom('Aa', 'BB', 'AaAa', 'BBBB', 'AaBB', 'é', '👩‍🍳', 'paid social', '');
    const spaces = fc.constantFrom('', ' ', '\t ');
    const piece = fc.tuple(spaces, name, spaces).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const { channels, paths } = journeysFromPaths({
          paths: [pieces.join('>')],
          conversions: [1],
        });
        const expected = pieces.map((each) => each.trim()).filter((each) => each !== '');
        expect(paths[0]?.steps.map((step) => channels[step]) ?? []).toEqual(expected);
        expect(new Set(channels).size).toBe(channels.length);
      }),
    );
  });

  test('takes another separator, and any name of a channel', () => {
    const { channels } = journeysFromPaths(
      { paths: ['__proto__|constructor', 'a > b'], conversions: [1, 1] },
      { separator: '|' },
    );
    expect(channels).toEqual(['__proto__', 'constructor', 'a > b']);
  });
});

describe('bootstrapCredit', () => {
  test('covers the truth about as often as it says', () => {
    const random = seededRandom('bootstrap');
    let [inside, runs] = [0, 120];
    for (let run = 0; run < runs; run += 1) {
      // 400 journeys, of which each converts in channel a with probability .3.
      const converted = Array.from({ length: 400 }, () => (random() < 0.3 ? 1 : 0)).reduce<number>(
        (sum, each) => sum + each,
        0,
      );
      const journeys = journeysFromPaths({
        paths: ['a'],
        conversions: [converted],
        nulls: [400 - converted],
      });
      const [interval] = bootstrapCredit(journeys, linear(), { random, samples: 100 });
      if (interval && interval.low <= 120 && interval.high >= 120) inside += 1;
    }
    expect(inside / runs).toBeGreaterThan(0.88);
  });

  test('is the same for the same seed, and narrow for certain journeys', () => {
    const journeys = journeysFromPaths({
      paths: ['a > b', 'a'],
      conversions: [20, 30],
      nulls: [50, 10],
    });
    const run = () =>
      bootstrapCredit(journeys, linear(), { random: seededRandom('s'), samples: 50 });
    expect(run()).toEqual(run());
    for (const { low, high, conversions, standardError } of run()) {
      expect(low).toBeLessThan(conversions);
      expect(high).toBeGreaterThan(conversions);
      expect(standardError).toBeGreaterThan(0);
    }
  });
});

describe('calibrate', () => {
  const credit = attribute(
    journeysFromPaths({ paths: ['a', 'b', 'c'], conversions: [50, 30, 20] }),
    linear(),
  );

  test('takes the experiment’s figure, and the same discount for those not tested', () => {
    const { channels, baseline } = calibrate(credit, [
      { channel: 'a', incremental: 20, low: 12, high: 28 },
      { channel: 'b', incremental: 20 },
    ]);
    expect(channels.map(({ channel, calibrated, basis }) => [channel, calibrated, basis])).toEqual([
      ['a', 20, 'experiment'],
      ['b', 20, 'experiment'],
      ['c', 10, 'assumed'],
    ]);
    expect(channels[0]).toMatchObject({ factor: 0.4, low: 12, high: 28 });
    expect(baseline).toBe(50);
  });

  test('changes nothing without an experiment', () => {
    const { channels, baseline } = calibrate(credit, []);
    expect(
      channels.every(
        ({ attributed, calibrated, basis }) => attributed === calibrated && basis === 'attributed',
      ),
    ).toBe(true);
    expect(baseline).toBe(0);
  });
});
