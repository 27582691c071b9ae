import { ConfigurationError } from './errors.ts';
import type { PlainDate } from './instant.ts';
import type { Lifecycle, Network, NetworkCapability, NetworkEvent } from './network.ts';

/** Every network we know, with its life cycle, and what to ask about them. */
export interface Registry {
  readonly networks: readonly Network[];
  /**
   * Finds a network by its id, name or a former name; letter case does not matter.
   *
   * @throws {@link ConfigurationError} `unknown-platform`.
   */
  readonly platform: (nameOrAlias: string) => Network;
  /** Where a network stood on a day. */
  readonly lifecycle: (nameOrAlias: string, at: PlainDate) => Lifecycle;
  /** What a network offered to programs on a day. A retired one offers nothing. */
  readonly capabilities: (nameOrAlias: string, at: PlainDate) => NetworkCapability[];
  /** One capability on a day, if anything is known about it. */
  readonly capability: (
    nameOrAlias: string,
    name: string,
    at: PlainDate,
  ) => NetworkCapability | undefined;
  /**
   * Finds a network and makes sure that one can publish there on a day.
   *
   * @throws {@link ConfigurationError} `platform-retired`, with `since` and `alternatives` in its
   *   details; `platform-dormant`; `platform-not-open`; `not-a-network` for tools.
   */
  readonly assertPublishable: (nameOrAlias: string, at: PlainDate) => Network;
}

/** Looks networks up by name and by day. */
export function createRegistry(networks: readonly Network[]): Registry {
  const byName = new Map(
    networks.flatMap((network) =>
      [network.id, network.name, ...network.aliases].map((name) => [fold(name), network] as const),
    ),
  );
  // An id always wins over somebody else's alias.
  for (const network of networks) byName.set(fold(network.id), network);

  function find(nameOrAlias: string): Network {
    const network = byName.get(fold(nameOrAlias));
    if (network) return network;
    throw new ConfigurationError('unknown-platform', {
      message: `No platform is called "${nameOrAlias}"`,
      hint: 'Use an id of the registry, or add your own with definePlatform and registryWith.',
      details: { name: nameOrAlias },
    });
  }

  function capabilitiesAt(nameOrAlias: string, at: PlainDate): NetworkCapability[] {
    const network = find(nameOrAlias);
    if (lifecycleAt(network, at) === 'retired') return [];
    return network.capabilities
      .filter(({ from, until }) => (!from || from <= at) && (!until || at < until))
      .flatMap(({ names, ...rest }) => names.map((name) => ({ name, ...rest })));
  }

  return {
    networks,
    platform: find,
    lifecycle: (nameOrAlias, at) => lifecycleAt(find(nameOrAlias), at),
    capabilities: capabilitiesAt,
    capability: (nameOrAlias, name, at) =>
      capabilitiesAt(nameOrAlias, at).find((each) => each.name === name),
    assertPublishable(nameOrAlias, at) {
      const network = find(nameOrAlias);
      refuseUnlessOpen(network, at);
      return network;
    },
  };
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

const lifecycleAfter: Partial<Record<NetworkEvent['event'], Lifecycle>> = {
  announced: 'announced',
  launched: 'active',
  renamed: 'renamed',
  restricted: 'restricted',
  dormant: 'dormant',
  retired: 'retired',
};

/** Follows the events up to a day; after the last one, a network stands where it stands today. */
function lifecycleAt({ events, lifecycle }: Network, at: PlainDate): Lifecycle {
  const known = events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const last = known.at(-1);
  if (!last || last.date <= at) return lifecycle;
  const turns = known.filter(({ event }) => lifecycleAfter[event] !== undefined);
  const turn = turns.findLast(({ date }) => date <= at)?.event;
  if (turn) return lifecycleAfter[turn] ?? lifecycle;
  return turns[0]?.event === 'launched' ? 'announced' : 'active';
}

function refuseUnlessOpen(network: Network, at: PlainDate): void {
  const { id, name, kind, successor, alternatives, events } = network;
  const standing = lifecycleAt(network, at);
  const places = successor ? [successor, ...alternatives] : alternatives;
  const hint = places.length > 0 ? `Publish to ${places.join(', ')} instead.` : undefined;
  const since = events.findLast(({ event }) => event === standing)?.date;
  const refuse = (code: string, message: string) =>
    new ConfigurationError(code, {
      message,
      ...(hint && { hint }),
      details: { platform: id, ...(since && { since }), alternatives: places },
    });
  if (kind === 'tool') throw refuse('not-a-network', `${name} is a tool: nobody publishes to it`);
  if (standing === 'retired') throw refuse('platform-retired', `${name} closed on ${since}`);
  if (standing === 'dormant') {
    throw refuse('platform-dormant', `Nobody can tell whether ${name} still works`);
  }
  if (standing === 'announced') throw refuse('platform-not-open', `${name} was not open on ${at}`);
}
