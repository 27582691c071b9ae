import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  ConfigurationError,
  type Disambiguation,
  epochMilliseconds,
  instant,
  resolveWallTime,
  type WallTime,
  wallTimeAt,
  wallTimeReadings,
  zoneOffset,
  zoneTransitions,
} from '@affiche/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

type OracleRow = [string, string, 'normal' | 'overlap' | 'gap', number, number, number];

const oracle = gunzipSync(readFileSync(new URL('data/dst-oracle/oracle.jsonl.gz', import.meta.url)))
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as OracleRow);

function wallTime(face: string, zone: string, disambiguation: Disambiguation): WallTime {
  const [date = '', time = ''] = face.split('T');
  return { date, time, zone, disambiguation };
}

function code(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return ConfigurationError.isInstance(error) ? error.code : String(error);
  }
}

const zones = [...new Set(oracle.map(([zone]) => zone))];
const machines = ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC'];

/** The cases of the machine's own zone, and of every fourth: what is known of a zone is measured once. */
function casesOn(hostZone: string): OracleRow[] {
  const turn = machines.indexOf(hostZone);
  const its = new Set(zones.filter((_, index) => index % machines.length === turn));
  return oracle.filter(([zone]) => zone === hostZone || its.has(zone));
}

/** The oracle's cases that we settle otherwise, under one zone of the machine. */
function disagreements(hostZone: string): unknown[] {
  const before = process.env['TZ'];
  process.env['TZ'] = hostZone;
  try {
    return casesOn(hostZone).filter(([zone, face, kind, earlier, later, compatible]) => {
      const rejected = {
        normal: undefined,
        gap: 'nonexistent-wall-time',
        overlap: 'ambiguous-wall-time',
      };
      const resolve = (mode: Disambiguation) => resolveWallTime(wallTime(face, zone, mode));
      return (
        epochMilliseconds(resolve('earlier')) !== earlier ||
        epochMilliseconds(resolve('later')) !== later ||
        epochMilliseconds(resolve('compatible')) !== compatible ||
        code(() => resolve('reject')) !== rejected[kind]
      );
    });
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

test('the oracle is whole', () => {
  expect(oracle).toHaveLength(41_279);
  expect(zones).toHaveLength(205);
  expect(new Set(machines.flatMap((machine) => casesOn(machine))).size).toBe(oracle.length);
});

test.each(machines)(
  'every case of its zones is right in every mode on a machine in %s',
  (hostZone) => {
    expect(disagreements(hostZone)).toEqual([]);
  },
);

test('a wall time read from a moment resolves to that moment', () => {
  const strays = oracle.filter(([zone, , , earlier, later]) =>
    [earlier, later].some((at) => resolveWallTime(wallTimeAt(instant(at), zone)) !== instant(at)),
  );
  expect(strays).toEqual([]);
});

test('any whole second survives the way to the wall and back, in any zone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_102_444_800 }),
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      (second, zone) => {
        const at = instant(second * 1000);
        expect(resolveWallTime(wallTimeAt(at, zone))).toBe(at);
      },
    ),
    { numRuns: 300 },
  );
});

test('a day that a country skipped has no wall times', () => {
  const skipped = { date: '2011-12-30', time: '12:00', zone: 'Pacific/Apia' };
  expect(wallTimeReadings(skipped)).toEqual({
    shown: 'never',
    earlier: Date.parse('2011-12-29T22:00:00Z'),
    later: Date.parse('2011-12-30T22:00:00Z'),
  });
});

test('the summer time of half an hour is a gap of half an hour', () => {
  const gap = wallTime('2027-10-03T02:15', 'Australia/Lord_Howe', 'compatible');
  expect(resolveWallTime(gap)).toBe('2027-10-02T15:45:00.000Z');
});

test('offsets agree with the transitions they come from', () => {
  const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2031, 0, 1)];
  for (const zone of ['Europe/Paris', 'Africa/Casablanca', 'Asia/Tokyo', 'America/St_Johns']) {
    for (const { at, before, after } of zoneTransitions(zone, from, to)) {
      expect([zoneOffset(at - 1000, zone), zoneOffset(at, zone)]).toEqual([before, after]);
    }
  }
  expect(zoneTransitions('Europe/Paris', from, to)).toHaveLength(14);
  expect(zoneTransitions('Asia/Tokyo', from, to)).toEqual([]);
});

test('an unknown zone and an impossible date are named', () => {
  const lunch = wallTime('2027-01-04T12:30', 'Europe/Pariss', 'compatible');
  expect(code(() => resolveWallTime(lunch))).toBe('unknown-zone');
  const leap = wallTime('2027-02-30T12:30', 'Europe/Paris', 'compatible');
  expect(code(() => resolveWallTime(leap))).toBe('invalid-wall-time');
});
