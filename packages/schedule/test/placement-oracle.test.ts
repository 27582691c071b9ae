import { Draft, epochMilliseconds, resolveWallTime, seededRandom } from '@affiche/core';
import {
  type CalendarStrategy,
  fitPostingTimes,
  hourOfWeek,
  type Idea,
  planCalendar,
} from '@affiche/schedule';
import { expect, test } from 'vitest';
import { lessEq, solve } from 'yalps';

const zone = 'Europe/Paris';
const now = '2027-01-03T12:00:00Z';
const account = { platform: 'bluesky', id: 'a' };
const period = { from: '2027-01-04', to: '2027-01-07' };
const dates = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'];
const hours = [8, 9, 10, 11, 12, 13];

/** A small instance: four days of six hours, few posts, tight limits. */
function instance(seed: string) {
  const random = seededRandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const gains = Float64Array.from({ length: 168 }, () => 0.6 + random());
  const empty = fitPostingTimes([], { zone, objective: 'engagement', now });
  const surface = empty.surface().map((estimate) => {
    const estimateOnly = (gains[estimate.slot] ?? 1) - 1;
    return { ...estimate, uplift: { ...estimate.uplift, estimate: estimateOnly } };
  });
  const ideas = Array.from({ length: whole(2, 7) }, (_, index): Idea => {
    const isShort = random() < 0.4;
    const date = dates[whole(1, 3)] ?? '';
    const deadline = { date, time: '10:00', zone, disambiguation: 'compatible' } as const;
    const draft = Draft.parse({ id: `idea-${index}`, items: [{ text: 'x' }] });
    return { draft, value: 0.5 + random() * 2, ...(isShort && { deadline }) };
  });
  const cadence = {
    perWeek: { min: 0, max: whole(2, 6) },
    perDay: whole(1, 3),
    minGapHours: whole(1, 22),
  };
  const quietHours = [{ from: '14:00', to: '08:00' }];
  const strategy: CalendarStrategy = {
    zone,
    channels: [{ account, cadence, quietHours }],
    pillars: [],
  };
  return { strategy, ideas, timing: { ...empty, surface: () => surface }, gains, cadence };
}

/** The same as an integer programme, written out rule by rule. */
function optimum({ ideas, gains, cadence }: ReturnType<typeof instance>): number {
  const times = dates.flatMap((date) =>
    hours.map((hour) => {
      const time = `${String(hour).padStart(2, '0')}:00`;
      const at = resolveWallTime({ date, time, zone, disambiguation: 'compatible' });
      return { date, at: epochMilliseconds(at), gain: gains[hourOfWeek(at, zone)] ?? 0 };
    }),
  );
  const constraints = new Map([['week', lessEq(cadence.perWeek.max)]]);
  const variables = ideas.flatMap(({ value = 1, deadline }, post) => {
    constraints.set(`post ${post}`, lessEq(1));
    const latest = deadline ? epochMilliseconds(resolveWallTime(deadline)) : Infinity;
    return times.flatMap(({ date, at, gain }, slot) => {
      if (at > latest) return [];
      const limits = [`post ${post}`, `day ${date}`, 'week'];
      constraints.set(`day ${date}`, lessEq(cadence.perDay));
      for (const [start, { at: from }] of times.entries()) {
        if (at < from || at >= from + cadence.minGapHours * 3_600_000) continue;
        constraints.set(`gap ${start}`, lessEq(1));
        limits.push(`gap ${start}`);
      }
      const coefficients = new Map([
        ['value', value * gain],
        ...limits.map((name) => [name, 1] as const),
      ]);
      return [[`${post} ${slot}`, coefficients] as const];
    });
  });
  const { status, result } = solve({
    direction: 'maximize',
    objective: 'value',
    constraints,
    variables,
    binaries: true,
  });
  expect(status).toBe('optimal');
  return result;
}

test(
  'small calendars are worth as much as those of an integer programme',
  { timeout: 30_000 },
  () => {
    for (let index = 0; index < 20; index += 1) {
      const small = instance(`small ${index}`);
      const plan = planCalendar({ ...small, ...period });
      const best = optimum(small);
      expect(plan.valueBound).toBeGreaterThanOrEqual(best - 1e-6);
      expect(plan.value / best, `instance ${index}`).toBeCloseTo(1, 5);
    }
  },
);
