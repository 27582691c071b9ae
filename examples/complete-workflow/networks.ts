import {
  type Account,
  accountKey,
  type Clock,
  ConfigurationError,
  type Instant,
  systemClock,
} from '@affiche/core';
import { memoryVault, type Vault } from '@affiche/publish';
import { sandboxWorld } from '@affiche/sandbox';

/** The world that the workflow publishes to: the sandbox, or the real one. */
export interface Networks {
  /** What a publisher needs to get there. */
  readonly access: {
    readonly clock: Clock;
    readonly fetch: typeof fetch;
    readonly vault: Vault;
  };
  close(): Promise<void>;
}

/** The real networks, opened with credentials from the environment. */
export function liveNetworks(
  accounts: readonly Account[],
  environment: Readonly<Record<string, string | undefined>>,
): Networks {
  const required = (name: string): string => {
    const value = environment[name];
    if (value) return value;
    throw new ConfigurationError('missing-credentials', {
      message: `The environment has no ${name}`,
      hint: 'Set it to the credential of the account, or leave out --live to use the sandbox.',
    });
  };
  const credentials = accounts.map((account) => {
    switch (account.platform) {
      case 'bluesky':
        return [
          accountKey(account),
          {
            identifier: required('BLUESKY_IDENTIFIER'),
            password: required('BLUESKY_APP_PASSWORD'),
          },
        ] as const;
      case 'mastodon':
        return [accountKey(account), { accessToken: required('MASTODON_ACCESS_TOKEN') }] as const;
      default:
        throw unknownNetwork(account);
    }
  });
  return {
    access: {
      clock: systemClock(),
      fetch: globalThis.fetch,
      vault: memoryVault(Object.fromEntries(credentials)),
    },
    async close() {
      // The networks are not ours to close.
    },
  };
}

/** How the sandbox is set up. */
export interface SandboxNetworksOptions {
  readonly accounts: readonly Account[];
  /** Where the servers keep their state, so that it survives `kill -9`. */
  readonly folder: string;
  readonly seed: string;
  /** What the clock shows at first; later when the servers have seen later moments. */
  readonly start: Instant;
  /** Replaces the sandbox's own password for Bluesky. */
  readonly password?: string | undefined;
}

/** The networks on loopback, with readers, on a clock that jumps from one event to the next. */
export async function sandboxNetworks(options: SandboxNetworksOptions): Promise<Networks> {
  const { password, ...setting } = options;
  const world = await sandboxWorld(setting);
  const credentials = [...world.residents].map(([key, { account, credentials: own }]) => [
    key,
    password !== undefined && account.platform === 'bluesky' ? { ...own, password } : own,
  ]);
  return {
    access: {
      clock: world.clock,
      fetch: world.fetch,
      vault: memoryVault(Object.fromEntries(credentials)),
    },
    close: () => world.close(),
  };
}

function unknownNetwork({ platform, id }: Account): ConfigurationError {
  return new ConfigurationError('network-not-in-example', {
    message: `This example publishes to Bluesky and Mastodon; the strategy has ${id} on ${platform}`,
    hint: 'Take the channel out of strategy.yaml, or add its adapter to main.ts and networks.ts.',
  });
}
