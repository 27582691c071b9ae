import { ConfigurationError } from '@affiche/core';
import type { SimulatorSpec } from './simulate-audience.ts';

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
