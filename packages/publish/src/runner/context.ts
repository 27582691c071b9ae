import type { AnyPlatform, Clock, MediaSource } from '@affiche/core';
import type { Charge } from '../outbox/charge.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SpendingLimit } from '../outbox/spending.ts';
import type { Vault } from '../vault/vault.ts';
import type { PublishEvent } from './events.ts';
import { type ServerTimes, serverTimes } from './server-time.ts';
import { createWatch, type Watch } from './watch.ts';

/** Everything that the runner works with. Nothing of it is global. */
export interface RunnerContext {
  readonly outbox: Outbox;
  readonly platforms: ReadonlyMap<string, AnyPlatform>;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly openMedia: (source: MediaSource) => Promise<Uint8Array<ArrayBuffer>>;
  /** Unique to this publisher among all that share the outbox. */
  readonly worker: string;
  /** What servers take us for by our network address. */
  readonly address: string;
  /** What may be spent. */
  readonly spending: readonly SpendingLimit[];
  /** How often a publication is tried before it counts as failed. */
  readonly maxTries: number;
  readonly watch: Watch;
  /** What this process last took from each budget that counts. */
  readonly budgets: Map<string, Charge>;
  readonly serverTimes: ServerTimes;
  /** Tells whoever listens; where nobody does, what happened is not even put into words. */
  readonly emit: (event: () => PublishEvent) => void;
  /** A name for a reservation or a lease: no other worker uses it, and this one only once. */
  readonly uniqueName: () => string;
}

/** Makes a context of what the runner is given, with an empty memory. */
export function runnerContext({
  platforms,
  ...given
}: Omit<RunnerContext, 'platforms' | 'watch' | 'budgets' | 'serverTimes' | 'uniqueName'> & {
  readonly platforms: readonly AnyPlatform[];
}): RunnerContext {
  let names = 0;
  return {
    ...given,
    platforms: new Map(platforms.map((platform) => [platform.id, platform])),
    watch: createWatch(given.clock),
    budgets: new Map(),
    serverTimes: serverTimes(given.clock),
    uniqueName: () => `${given.worker}/${(names += 1)}`,
  };
}
