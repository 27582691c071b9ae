import { ConfigurationError } from './errors.ts';
import type { PlainDate } from './instant.ts';
import { Network, type NetworkCapability, type NetworkInput } from './network.ts';
import { channelNetworks } from './registry-channels.ts';
import { createRegistry, type Registry } from './registry-lookup.ts';
import { googleNetworks } from './registry-google.ts';
import { metaNetworks } from './registry-meta.ts';
import { microblogNetworks } from './registry-microblogs.ts';
import { otherNetworks } from './registry-networks.ts';
import { retiredNetworks } from './registry-retired.ts';
import { tools } from './registry-tools.ts';
import { x } from './registry-x.ts';

/**
 * Checks a network of your own before it joins a registry.
 *
 * ```ts
 * import { definePlatform } from '@affiche/core';
 *
 * const intranet = definePlatform({ id: 'intranet', name: 'Our intranet', lifecycle: 'active' });
 * intranet.kind; // => 'network'
 * ```
 *
 * @throws {@link ConfigurationError} `invalid-platform`, for example `retired` without a dated source.
 */
export function definePlatform(network: NetworkInput): Network {
  const parsed = Network.safeParse(network);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'network'}: ${message}`,
  );
  throw new ConfigurationError('invalid-platform', {
    message: `The platform "${network.id}" is not well described: ${problems.join('; ')}`,
    hint: 'Mend the fields named in the message.',
    details: { problems },
  });
}

/**
 * The registry with networks of your own added; one with a known id replaces ours.
 *
 * ```ts
 * import { definePlatform, registryWith } from '@affiche/core';
 *
 * const registry = registryWith([
 *   definePlatform({ id: 'intranet', name: 'Our intranet', lifecycle: 'active' }),
 * ]);
 * registry.assertPublishable('Our intranet', '2027-01-04').id; // => 'intranet'
 * registry.platform('Twitter').id; // => 'x'
 * ```
 */
export function registryWith(extra: readonly Network[]): Registry {
  const replaced = new Set(extra.map(({ id }) => id));
  return createRegistry([...known().filter(({ id }) => !replaced.has(id)), ...extra]);
}

/**
 * Finds a network by its id, name or a former name.
 *
 * ```ts
 * import { platform } from '@affiche/core';
 *
 * platform('Twitter').id; // => 'x'
 * ```
 *
 * @throws {@link ConfigurationError} `unknown-platform`.
 */
export function platform(nameOrAlias: string): Network {
  return registry().platform(nameOrAlias);
}

/**
 * What a network offered to programs on a day.
 *
 * ```ts
 * import { capabilities } from '@affiche/core';
 *
 * const then = capabilities('x', '2014-11-04').find(({ name }) => name === 'text');
 * const now = capabilities('x', '2027-01-04').find(({ name }) => name === 'text');
 * [then?.limit?.value, now?.limit?.value]; // => [140, 280]
 * ```
 */
export function capabilities(nameOrAlias: string, at: PlainDate): NetworkCapability[] {
  return registry().capabilities(nameOrAlias, at);
}

/**
 * Finds a network and makes sure that one can publish there on a day.
 *
 * ```ts
 * import { assertPublishable } from '@affiche/core';
 *
 * assertPublishable('Twitter', '2027-01-04').name; // => 'X'
 * ```
 *
 * @throws {@link ConfigurationError} `platform-retired`, with `since` and `alternatives` in its
 *   details; `platform-dormant`; `platform-not-open`; `not-a-network` for tools.
 */
export function assertPublishable(nameOrAlias: string, at: PlainDate): Network {
  return registry().assertPublishable(nameOrAlias, at);
}

let shared: Registry | undefined;

/** Every network we know, with its life cycle. */
export function registry(): Registry {
  return (shared ??= createRegistry(known()));
}

function known(): Network[] {
  return [
    ...metaNetworks,
    x,
    ...microblogNetworks,
    ...googleNetworks,
    ...otherNetworks,
    ...channelNetworks,
    ...retiredNetworks,
    ...tools,
  ].map(definePlatform);
}
