import {
  type AnyPlatform,
  type Clock,
  ConfigurationError,
  type Instant,
  type MediaSource,
} from '@affiche/core';
import type { OutboxStore } from './outbox/outbox.ts';
import type { SpendingLimit } from './outbox/spending.ts';
import type { Progress } from './runner/progress.ts';
import { scopeFilter } from './scope.ts';
import type { Vault } from './vault/vault.ts';

/** What a publisher is made of. */
export interface PublisherOptions {
  /** The networks it publishes to, each from its adapter. */
  readonly platforms: readonly AnyPlatform[];
  /** Where everything is remembered: `sqliteOutbox('affiche.db')`. */
  readonly outbox: OutboxStore;
  /** Where credentials are kept: `fileVault('credentials.json')`. */
  readonly vault: Vault;
  /** @defaultValue the machine's clock */
  readonly clock?: Clock;
  /** @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch;
  /**
   * Reads the bytes of a media source: `openMedia({ folders: ['/srv/media'] })` of
   * `@affiche/publish/media`. Drafts may come from people who should not choose among all files.
   *
   * @defaultValue files in the working folder, at any depth, and base64; an address on the web is refused
   */
  readonly openMedia?: (source: MediaSource) => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The name of this publisher among all that share the outbox.
   *
   * @defaultValue a random UUID
   */
  readonly worker?: string;
  /**
   * What servers know this machine by, where budgets are counted by network address. Machines behind
   * one address share one name.
   *
   * @defaultValue `here`
   */
  readonly address?: string;
  /**
   * What may be spent on posts that networks charge for. A plan that would spend more is refused; a
   * post for which nothing is left when it is due is parked. What was spent is in the outbox, so that
   * all processes count together.
   *
   * @defaultValue no limit
   */
  readonly spending?: readonly SpendingLimit[];
  /**
   * How often a publication is tried before it counts as failed.
   *
   * @defaultValue 12
   */
  readonly maxTries?: number;
  /**
   * How many publications are worked on at once.
   *
   * @defaultValue 64; 1 on a simulated clock, so that a run is repeatable
   */
  readonly concurrency?: number;
  /**
   * How many publications of one account are worked on at once.
   *
   * @defaultValue 1
   */
  readonly perAccount?: number;
  /**
   * How often the outbox is asked for what other processes put into it, in seconds.
   *
   * @defaultValue 1; an hour on a simulated clock, which nobody else sees
   */
  readonly pollSeconds?: number;
}

/** Refuses what would publish, or limit, nothing without a word. */
export function checkOptions({
  concurrency = 1,
  perAccount = 1,
  maxTries = 1,
  pollSeconds = 1,
  spending = [],
}: PublisherOptions): void {
  for (const [name, value] of Object.entries({ concurrency, perAccount, maxTries })) {
    if (!(value >= 1)) throw invalid(name, value, '1 or more');
  }
  if (!(pollSeconds > 0)) throw invalid('pollSeconds', pollSeconds, 'more than 0');
  for (const { scope, period } of spending) {
    scopeFilter(scope);
    if (!['day', 'month'].includes(period)) throw invalid('period', period, 'day or month');
  }
}

function invalid(name: string, value: unknown, limit: string): ConfigurationError {
  return new ConfigurationError('invalid-option', {
    message: `The option "${name}" is ${String(value)}; it must be ${limit}`,
    details: { name, value: String(value) },
  });
}

/** How long and how a run works. */
export interface RunOptions {
  /** Works until this moment; without it, until nothing is left to do. */
  readonly until?: Instant;
  /** Stops taking on work; what is being sent is finished first. */
  readonly signal?: AbortSignal;
  /** Told of everything that happens, as it happens. */
  readonly onProgress?: (progress: Progress) => void;
}
