import type { Random, Zone } from '@affiche/core';
import { surfaceDrawer } from '../draw-surface.ts';
import { hoursPerWeek } from '../hour-of-week.ts';
import { slotKernel } from '../slot-kernel.ts';

/** What a simulated audience is made of. */
export interface AudienceCurves {
  readonly zones: readonly Zone[];
  /** Per zone, the attention left over by competitors in each hour of its own week, times its share. */
  readonly attention: readonly Float64Array[];
  /** Effects of the account's own, in no unit yet. */
  readonly own: Float64Array;
  /** The share of a post's reactions that comes so many hours after it. */
  readonly decay: readonly number[];
}

/** Who is awake when: the hours of waking, of going to bed, and of the day's two peaks. */
const chronotypes = [
  { wakes: 6, sleeps: 22, noon: 12, evening: 19 },
  { wakes: 7.5, sleeps: 23.5, noon: 12.5, evening: 20.5 },
  { wakes: 9.5, sleeps: 26, noon: 14, evening: 23 },
] as const;
const weekendDelay = 1.5;
const decayHours = 24;

/** Draws the habits of an audience. */
export function drawAudience(
  spec: {
    readonly audience: readonly { readonly zone: Zone; readonly share: number }[];
    readonly competition?: number;
  },
  random: Random,
): AudienceCurves {
  const { audience, competition = 0.5 } = spec;
  const attention = audience.map(({ share }) => {
    const mix = dirichlet(chronotypes.length, random);
    const peaks = {
      noon: 0.5 + 0.5 * random(),
      evening: 0.8 + 0.6 * random(),
      weekend: 0.85 + 0.3 * random(),
    };
    return Float64Array.from({ length: hoursPerWeek }, (_, slot) => {
      const active = chronotypes.reduce(
        (sum, chronotype, index) =>
          sum + (mix[index] as number) * activity(chronotype, slot, peaks),
        0,
      );
      return (share * active) / (1 + competition * othersPost(slot));
    });
  });
  const { root, rank } = slotKernel();
  const belief = { mean: new Float64Array(hoursPerWeek), root, rank };
  const own = surfaceDrawer([{ weight: 1, belief, doubt: 1 }])(random);
  return {
    zones: audience.map(({ zone }) => zone),
    attention,
    own,
    decay: feedDecay(),
  };
}

function activity(
  { wakes, sleeps, noon, evening }: (typeof chronotypes)[number],
  slot: number,
  peaks: { readonly noon: number; readonly evening: number; readonly weekend: number },
): number {
  const isWeekend = slot >= 120;
  const hour = ((slot % 24) + 0.5 - (isWeekend ? weekendDelay : 0) + 24) % 24;
  const awake = smoothStep(around(hour, wakes)) * smoothStep(-around(hour, sleeps % 24));
  const level =
    0.05 +
    awake *
      (0.4 +
        peaks.noon * bump(around(hour, noon), 1.5) +
        peaks.evening * bump(around(hour, evening), 2));
  return level * (isWeekend ? peaks.weekend : 1);
}

/** When everybody else posts: office hours, as published tables of best hours tell them to. */
function othersPost(slot: number): number {
  const hour = (slot % 24) + 0.5;
  return (slot >= 120 ? 0.5 : 1) * (bump(hour - 10, 2) + bump(hour - 17, 2.5));
}

/** Four fifths of reactions halve every 1.5 hours, the rest every 8. */
function feedDecay(): number[] {
  const raw = Array.from(
    { length: decayHours },
    (_, later) =>
      0.8 * 2 ** (-later / 1.5) * (1 - 2 ** (-1 / 1.5)) +
      0.2 * 2 ** (-later / 8) * (1 - 2 ** (-1 / 8)),
  );
  const sum = raw.reduce((all, weight) => all + weight, 0);
  return raw.map((weight) => weight / sum);
}

/** Shares that add up to 1, any as likely as any other. */
function dirichlet(count: number, random: Random): number[] {
  const parts = Array.from({ length: count }, () => -Math.log(1 - random()));
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => part / sum);
}

/** Hours from one time of day to another, from -12 to 12. */
function around(hour: number, centre: number): number {
  return ((((hour - centre + 12) % 24) + 24) % 24) - 12;
}

function bump(distance: number, width: number): number {
  return Math.exp(-(distance ** 2) / (2 * width ** 2));
}

function smoothStep(distance: number): number {
  return 1 / (1 + Math.exp(-2 * distance));
}
