import { ConfigurationError, type Zone } from '@affiche/core';

/** The world of a simulation. */
export interface SimulatorSpec {
  /** On whose walls the account plans. */
  readonly zone: Zone;
  /** Where its audience lives, with shares that add up to 1. */
  readonly audience: readonly { readonly zone: Zone; readonly share: number }[];
  /**
   * How much hours matter: the standard deviation of the 168 effects in log points.
   *
   * @defaultValue 0.19
   */
  readonly effect?: number;
  /**
   * How much everything else matters: the standard deviation of one post.
   *
   * @defaultValue 1.1
   */
  readonly noise?: number;
  /**
   * The share of the effects' variance that is the account's own, not its audience's.
   *
   * @defaultValue 0.45
   */
  readonly idiosyncrasy?: number;
  /** How strongly others' posts take attention away at popular hours (default 0.5). */
  readonly competition?: number;
  /** Followers at the start, and their growth per week as a share (defaults 1,000 and 0.005). */
  readonly followers?: { readonly start: number; readonly weeklyGrowth: number };
  /** What kinds of posts there are, and their effects in log points. */
  readonly contentTypes?: readonly { readonly name: string; readonly effect: number }[];
  /** What a post loses, in log points, right after another one; halves every three hours (default 0.3). */
  readonly cannibalisation?: number;
}

/** Refuses a world in which nothing could be measured: everything in it would be no number. */
export function requireSpec(spec: SimulatorSpec): void {
  const { audience, effect = 0, noise = 0, competition = 0, cannibalisation = 0 } = spec;
  const { idiosyncrasy = 0, followers = { start: 1, weeklyGrowth: 0 }, contentTypes = [] } = spec;
  const wrong = [
    ...(audience.length > 0 ? [] : ['nobody in the audience']),
    ...audience.filter(({ share }) => !(share > 0)).map(({ zone, share }) => `${zone}: ${share}`),
    ...Object.entries({ effect, noise, competition, cannibalisation })
      .filter(([, size]) => !(size >= 0 && size < Infinity))
      .map(([name, size]) => `${name}: ${size}`),
    ...(idiosyncrasy >= 0 && idiosyncrasy < 1 ? [] : [`idiosyncrasy: ${idiosyncrasy}`]),
    ...(followers.start > 0 && followers.weeklyGrowth > -1 ? [] : ['followers']),
    ...contentTypes.filter((type) => !Number.isFinite(type.effect)).map(({ name }) => name),
  ];
  if (wrong.length === 0) return;
  throw new ConfigurationError('invalid-option', {
    message: `No audience can be simulated with ${wrong.join(', ')}`,
    hint: 'Shares are above 0, sizes 0 or more, the idiosyncrasy below 1.',
    details: { wrong },
  });
}
