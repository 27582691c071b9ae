import {
  epochMilliseconds,
  type Instant,
  seededRandom,
  type Zone,
  zoneOffset,
} from '@affiche/core';
import { requireSpec, type SimulatorSpec } from './simulator-spec.ts';
import { type AudienceCurves, drawAudience } from './simulated-curves.ts';
import { hourOfWeekAt, hoursPerWeek, type HourOfWeek } from '../hour-of-week.ts';

/** A simulated audience whose best hours are known. */
export interface GroundTruth {
  readonly spec: SimulatorSpec;
  /** The effect of posting at a moment, in log points; its mean over a week is about 0. */
  effectAt(moment: Instant): number;
  /** The 168 effects of the week that begins with this local Monday midnight. */
  surface(monday: Instant): Float64Array;
  /** The expected logarithm of the engagement of a post. */
  expectedLog(post: SimulatedPost): number;
  /** Draws the engagement of a post. */
  engagement(post: SimulatedPost, random: () => number): number;
}

/** A post to simulate. */
export interface SimulatedPost {
  readonly at: Instant;
  readonly contentType?: string;
  /** When the account's post before it went out. */
  readonly previousAt?: Instant;
}

const hour = 3_600_000;
const week = hoursPerWeek * hour;
// A Monday: where a simulation's followers are counted from.
const beginning = Date.UTC(2024, 0, 1);
const cannibalHalfLife = 3 * hour;

/**
 * A world to try schedules in: zones with early and late risers, competitors at popular hours, feeds
 * that forget, followers that grow, and clocks that change on their own dates.
 *
 * ```ts
 * import { simulateAudience } from '@affiche/schedule/evaluation';
 *
 * const audience = [{ zone: 'Europe/Paris', share: 1 }];
 * const truth = simulateAudience({ zone: 'Europe/Paris', audience }, 'bakery');
 * truth.surface('2027-01-03T23:00:00Z').length; // => 168
 * ```
 *
 * @throws ConfigurationError `invalid-option`, `unknown-zone`.
 */
export function simulateAudience(spec: SimulatorSpec, seed: string): GroundTruth {
  const {
    zone,
    effect = 0.19,
    noise = 1.1,
    idiosyncrasy = 0.45,
    cannibalisation = 0.3,
    contentTypes = [],
  } = spec;
  requireSpec(spec);
  const { start = 1000, weeklyGrowth = 0.005 } = spec.followers ?? {};
  const curves = drawAudience(spec, seededRandom(seed));
  const surfaces = new Map<string, Float64Array>();
  // Effects are scaled once: when clocks change, the same people move, and nothing else.
  const shared = logAttention(curves, zone, beginning);
  const ownShare = Math.sqrt(idiosyncrasy / (1 - idiosyncrasy)) * deviation(shared);
  const own = curves.own.map((value) => (value * ownShare) / deviation(curves.own));
  const reference = shared.map((value, slot) => value + (own[slot] as number));
  const centre = mean(reference);
  const spread = deviation(reference) || 1;

  function surfaceAt(moment: number): Float64Array {
    const offsets = [zone, ...curves.zones].map((each) => zoneOffset(moment, each));
    const key = offsets.join(' ');
    let surface = surfaces.get(key);
    if (!surface) {
      surface = logAttention(curves, zone, moment).map(
        (value, slot) => ((value + (own[slot] as number) - centre) / spread) * effect,
      );
      surfaces.set(key, surface);
    }
    return surface;
  }

  function effectAt(moment: Instant): number {
    const milliseconds = epochMilliseconds(moment);
    return surfaceAt(milliseconds)[hourOfWeekAt(milliseconds, zone)] as number;
  }

  function expectedLog({ at: moment, contentType, previousAt }: SimulatedPost): number {
    const milliseconds = epochMilliseconds(moment);
    const weeks = (milliseconds - beginning) / week;
    const kind = contentTypes.find(({ name }) => name === contentType)?.effect ?? 0;
    const since = previousAt ? milliseconds - epochMilliseconds(previousAt) : Infinity;
    const lost = since >= 0 ? cannibalisation * 2 ** (-since / cannibalHalfLife) : 0;
    const audience = Math.log(start * 0.03) + weeks * Math.log1p(weeklyGrowth);
    return audience + effectAt(moment) + kind - lost;
  }

  return {
    spec,
    effectAt,
    surface: (monday) => surfaceAt(epochMilliseconds(monday)).slice(),
    expectedLog,
    engagement(post, random) {
      const chance = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return Math.max(0, Math.round(Math.expm1(expectedLog(post) + noise * chance)));
    },
  };
}

/**
 * What a series of choices lost against the best hour each time, in posts of the best hour, added up.
 * Half a post lost means: as if half a post in the best hour had never gone out.
 *
 * ```ts
 * import { regret } from '@affiche/schedule/evaluation';
 *
 * regret([0, 1], () => Float64Array.of(0, Math.log(2))); // => [0.5, 0.5]
 * ```
 */
export function regret(
  choices: readonly HourOfWeek[],
  surfaceOf: (step: number) => Float64Array,
): number[] {
  let sum = 0;
  return choices.map((slot, step) => {
    const surface = surfaceOf(step);
    sum += 1 - Math.exp((surface[slot] as number) - Math.max(...surface));
    return sum;
  });
}

/** The logarithm of the attention that a post gathers, for each local hour of the week. */
function logAttention(curves: AudienceCurves, zone: Zone, moment: number): Float64Array {
  const own = zoneOffset(moment, zone);
  const shifts = curves.zones.map((each) => Math.round((zoneOffset(moment, each) - own) / hour));
  return Float64Array.from({ length: hoursPerWeek }, (_, slot) => {
    let attention = 0;
    curves.decay.forEach((weight, later) => {
      curves.zones.forEach((_zone, index) => {
        const local =
          (((slot + later + (shifts[index] as number)) % hoursPerWeek) + hoursPerWeek) %
          hoursPerWeek;
        attention += weight * ((curves.attention[index] ?? [])[local] as number);
      });
    });
    return Math.log(attention);
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: Float64Array): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
