import {
  type Account,
  accountKey,
  type Clock,
  ConfigurationError,
  type Credentials,
  epochMilliseconds,
  instant,
  type Instant,
  simulatedClock,
  systemClock,
} from '@affiche/core';
import { memoryVault, type Vault } from '@affiche/publish';
import { blueskySandbox, mastodonSandbox, routedFetch, type Sandbox } from '@affiche/sandbox';

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

const known: ReadonlySet<string> = new Set(['bluesky', 'mastodon']);

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

/** Two networks on loopback, with readers, on a clock that jumps from one event to the next. */
export async function sandboxNetworks(options: SandboxNetworksOptions): Promise<Networks> {
  const { accounts, folder, seed, start } = options;
  const stranger = accounts.find(({ platform }) => !known.has(platform));
  if (stranger) throw unknownNetwork(stranger);
  let clock = simulatedClock({ start, automatic: true });
  // The servers are opened before anybody knows what time it is there: they tell.
  const now: Clock = {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    sleep: (seconds, sleep) => clock.sleep(seconds, sleep),
  };
  const bluesky = await blueskySandbox({
    clock: now,
    seed,
    file: `${folder}/bluesky.db`,
    publicUrl: 'https://bsky.social',
  });
  const mastodon = await mastodonSandbox({
    clock: now,
    seed,
    file: `${folder}/mastodon.db`,
    publicUrl: 'https://mastodon.social',
  });
  const seen = [start, bluesky.lastActivityAt, mastodon.lastActivityAt]
    .filter((moment) => moment !== undefined)
    .map(epochMilliseconds);
  clock = simulatedClock({ start: instant(Math.max(...seen)), automatic: true });
  const servers = { bluesky, mastodon };
  const credentials = accounts.map(
    (account) => [accountKey(account), join(servers, account, options.password)] as const,
  );
  return {
    access: {
      clock,
      fetch: routedFetch({
        'https://bsky.social': bluesky.url,
        'https://mastodon.social': mastodon.url,
      }),
      vault: memoryVault(Object.fromEntries(credentials)),
    },
    async close() {
      await bluesky.close();
      await mastodon.close();
    },
  };
}

/** Makes the account on its server, and tells what opens it. */
function join(
  servers: Readonly<Record<'bluesky' | 'mastodon', Pick<Sandbox<unknown>, 'createAccount'>>>,
  { platform, handle, id }: Account,
  password: string | undefined,
): Credentials {
  const name = handle ?? id;
  if (platform === 'mastodon') {
    return servers.mastodon.createAccount({ handle: name, followers: 540 }).credentials;
  }
  const { credentials } = servers.bluesky.createAccount({ handle: name, followers: 640 });
  return password === undefined ? credentials : { ...credentials, password };
}

function unknownNetwork({ platform, id }: Account): ConfigurationError {
  return new ConfigurationError('network-not-in-example', {
    message: `This example publishes to Bluesky and Mastodon; the strategy has ${id} on ${platform}`,
    hint: 'Take the channel out of strategy.yaml, or add its adapter to main.ts and networks.ts.',
  });
}
