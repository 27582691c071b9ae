import type { Clock, Instant } from '@affiche/core';
import type { AudienceProfile } from './audience/profile.ts';
import type { FaultPlan } from './faults/fault-plan.ts';

/** How a sandbox is started. */
export interface SandboxOptions<Settings> {
  /**
   * Where its time comes from; a simulated clock makes weeks pass in seconds.
   *
   * @defaultValue the machine's clock
   */
  readonly clock?: Clock;
  /**
   * Fixes everything that is left to chance.
   *
   * @defaultValue `affiche`
   */
  readonly seed?: string;
  /**
   * The port on 127.0.0.1; 0 takes any free one.
   *
   * @defaultValue 0
   */
  readonly port?: number;
  /** A SQLite file, so that the state survives even `kill -9`; without it the state is in memory. */
  readonly file?: string;
  /**
   * How the world knows the server, such as `https://mastodon.social`: what stands in the addresses
   * that it gives out. Clients reach it there through {@link routedFetch}.
   *
   * @defaultValue the address on loopback
   */
  readonly publicUrl?: string;
  /** What differs from the real server's defaults. */
  readonly settings?: Partial<Settings>;
  /** What differs from how readers usually behave on this network. */
  readonly audience?: Partial<AudienceProfile>;
}

/** What a new account on a sandbox starts with. */
export interface NewAccount {
  /** What people read: `bakery.test` on Bluesky, `bakery` on Mastodon. */
  readonly handle: string;
  /**
   * Opens the account.
   *
   * @defaultValue made from the sandbox's seed and the handle
   */
  readonly password?: string;
  /** The name above the handle. */
  readonly displayName?: string;
  /**
   * How many simulated people follow it.
   *
   * @defaultValue 0
   */
  readonly followers?: number;
}

/** An account on a sandbox, with what opens it. */
export interface SandboxAccount {
  /** The platform's id: a DID, a number. */
  readonly id: string;
  readonly handle: string;
  readonly password: string;
  /** What an adapter of `@affiche/platforms` wants in its vault. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** A post as the server keeps it, for a test to look at. */
export interface SandboxPost {
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly publishedAt: Instant;
  /** The post it answers. */
  readonly inReplyTo?: string;
}

/** A network's server on loopback. */
export interface Sandbox<Settings> extends AsyncDisposable {
  /** `http://127.0.0.1:2583` */
  readonly url: string;
  /** `127.0.0.1:2583`, as an account's `host`. */
  readonly host: string;
  /** What goes wrong, and when. */
  readonly faults: FaultPlan;
  /** How this server behaves; may be changed while it runs. */
  readonly settings: Settings;
  /** When somebody last changed something here; a restarted simulation must not start before. */
  readonly lastActivityAt: Instant | undefined;
  /** Makes an account, or gives back the one with this handle. */
  createAccount(account: NewAccount): SandboxAccount;
  /** Everything an account has posted and not deleted, oldest first. */
  posts(accountId: string): SandboxPost[];
  /** Stops listening, cuts open connections and closes the file. */
  close(): Promise<void>;
}
