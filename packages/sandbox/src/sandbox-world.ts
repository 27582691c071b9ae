import { mkdir } from 'node:fs/promises';
import {
  type Account,
  accountKey,
  type Clock,
  type Credentials,
  epochMilliseconds,
  instant,
  type Instant,
  simulatedClock,
} from '@affiche/core';
import { networkKind } from './network-kinds.ts';
import { routedFetch } from './routed-fetch.ts';
import type { Sandbox } from './sandbox.ts';

/** How a world is set up. */
export interface SandboxWorldOptions {
  /** Whose networks are wanted: each account gets a place on its network's server. */
  readonly accounts: readonly Account[];
  /** What the clock shows at first; later when the servers have seen later moments. */
  readonly start: Instant;
  /** Where the servers keep their state, so that it survives `kill -9`; without it, in memory. */
  readonly folder?: string;
  /** @defaultValue `affiche` */
  readonly seed?: string;
  /**
   * How many simulated people follow each account.
   *
   * @defaultValue 600
   */
  readonly followers?: number;
}

/** An account as it is on the sandbox. */
export interface SandboxResident {
  /** With the id that the server gave it. */
  readonly account: Account;
  readonly credentials: Credentials;
}

/** Networks on loopback that stand in place of the real ones. */
export interface SandboxWorld extends AsyncDisposable {
  /** Jumps from one event to the next: weeks pass in seconds. */
  readonly clock: Clock;
  /** Reaches the servers under the names of the real ones. */
  readonly fetch: typeof globalThis.fetch;
  /** By the key of the account that was asked for. */
  readonly residents: ReadonlyMap<string, SandboxResident>;
  /** By the name of the host. */
  readonly servers: ReadonlyMap<string, Sandbox<unknown>>;
  close(): Promise<void>;
}

/**
 * The networks of some accounts on loopback, with readers, on one simulated clock: what a rehearsal
 * of a calendar needs. The same seed gives the same world.
 *
 * ```ts
 * import { accountKey } from '@affiche/core';
 * import { sandboxWorld } from '@affiche/sandbox';
 *
 * const bakery = { platform: 'mastodon', id: 'bakery', host: 'mastodon.social' };
 * await using world = await sandboxWorld({ accounts: [bakery], start: '2027-01-04T08:00:00Z' });
 * const answer = await world.fetch('https://mastodon.social/api/v2/instance');
 * answer.status; // => 200
 * world.residents.get(accountKey(bakery))?.account.platform; // => 'mastodon'
 * ```
 *
 * @throws ConfigurationError `network-not-in-sandbox`.
 */
export async function sandboxWorld(options: SandboxWorldOptions): Promise<SandboxWorld> {
  const { accounts, folder, start, seed = 'affiche', followers = 600 } = options;
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  let clock = simulatedClock({ start, automatic: true });
  // The servers are opened before anybody knows what time it is there: they tell.
  const theirs: Clock = {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    sleep: (seconds, sleep) => clock.sleep(seconds, sleep),
  };
  const servers = new Map<string, Sandbox<unknown>>();
  const close = async () => {
    for (const server of servers.values()) await server.close();
  };
  try {
    for (const account of accounts) {
      const { start: open, hosts } = networkKind(account.platform);
      const host = account.host ?? hosts[0];
      if (servers.has(host)) continue;
      const server = await open({
        clock: theirs,
        seed: `${seed} ${host}`,
        publicUrl: `https://${host}`,
        ...(folder !== undefined && { file: `${folder}/${host}.db` }),
      });
      servers.set(host, server);
    }
    const seen = [...servers.values()].map(({ lastActivityAt = start }) => lastActivityAt);
    const latest = Math.max(...[start, ...seen].map(epochMilliseconds));
    clock = simulatedClock({ start: instant(latest), automatic: true });
    const residents = new Map(
      accounts.map((account) => {
        const host = account.host ?? networkKind(account.platform).hosts[0];
        const handle = account.handle ?? account.id;
        const joined = servers.get(host)?.createAccount({ handle, followers });
        const { id = account.id, credentials = {} } = joined ?? {};
        return [accountKey(account), { account: { ...account, id }, credentials }];
      }),
    );
    return {
      clock,
      fetch: routedFetch(routesTo(accounts, servers)),
      residents,
      servers,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Who answers under which name: whoever is called so, else all whose network has the name. */
function routesTo(
  accounts: readonly Account[],
  servers: ReadonlyMap<string, Sandbox<unknown>>,
): Readonly<Record<string, readonly string[]>> {
  const routes: Record<string, string[]> = {};
  for (const [host, { url }] of servers) routes[`https://${host}`] = [url];
  for (const { platform, host: own } of accounts) {
    const { hosts } = networkKind(platform);
    const { url = '' } = servers.get(own ?? hosts[0]) ?? {};
    for (const name of hosts) {
      if (servers.has(name)) continue;
      const targets = (routes[`https://${name}`] ??= []);
      if (!targets.includes(url)) targets.push(url);
    }
  }
  return routes;
}
