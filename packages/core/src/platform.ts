import type { z } from 'zod';
import type { Account } from './account.ts';
import type { Clock } from './clock.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Instant } from './instant.ts';
import type { Json } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { Media, MediaSource } from './media.ts';
import type { Reading } from './reading.ts';
import type { Reconciled, Step, StepOutput, StepProgress, StepResult } from './step.ts';

/** What opens an account: named texts, kept in a vault and nowhere else. */
export type Credentials = Readonly<Record<string, string>>;

/** What a response taught about a rate budget. */
export interface RateObservation {
  /** The bucket of the manifest, or `*` when the server does not say which. */
  readonly bucket: string;
  /** Points per window, if said. */
  readonly limit?: number;
  /** Points left, if said. */
  readonly remaining?: number;
  /** When the budget is full again, or when to come back. */
  readonly resetAt?: Instant;
  /** Length of the window in seconds, if said. */
  readonly windowSeconds?: number;
  /** Whether this answer was a refusal (429). */
  readonly refused: boolean;
}

/** The world, as an adapter may touch it. Everything is passed in; nothing is global. */
export interface PlatformIo {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly credentials: Credentials;
  readonly signal?: AbortSignal;
  /** Reads the bytes of a media source. */
  readonly openMedia: (source: MediaSource) => Promise<Uint8Array<ArrayBuffer>>;
  /** Reports what a response said about rate budgets. */
  readonly observeRate: (observation: RateObservation) => void;
}

/** A draft on its way to one account, with everything that its rules depend on. */
export interface Composition<Options, Facts> {
  readonly account: Account;
  readonly draft: Draft;
  readonly options: Options;
  readonly facts: Facts;
}

/** What makes a compilation repeatable: the same seed gives the same bytes. */
export interface CompileSeed {
  /** Unique to the publication and its revision; client keys are derived from it. */
  readonly key: string;
  /** The moment that the post claims as its own, where the network lets us choose. */
  readonly at: Instant;
}

/** A run of text in a preview; `href` makes it a link. */
export interface PreviewSegment {
  readonly text: string;
  readonly href?: string;
}

/** What readers will see. */
export interface Preview {
  readonly platform: string;
  readonly items: readonly {
    readonly segments: readonly PreviewSegment[];
    /** The length as the platform counts it. */
    readonly length: { readonly measured: number; readonly limit: number; readonly unit: string };
    readonly media: readonly Media[];
    readonly card?: {
      readonly url: string;
      readonly title?: string;
      readonly description?: string;
    };
    readonly poll?: readonly string[];
    readonly contentWarning?: string;
  }[];
}

/** A post that is out, as insights and the inbox need it. */
export interface PublishedPost {
  readonly publication?: string;
  readonly id: string;
  readonly url?: string;
  readonly publishedAt: Instant;
}

/** Something somebody said to us: a reply, a mention, a comment, a message. */
export interface InboxItem {
  readonly kind: 'reply' | 'mention' | 'comment' | 'message';
  readonly id: string;
  /** The version, where the platform has one. */
  readonly version?: string;
  readonly url?: string;
  readonly author: { readonly id: string; readonly handle: string; readonly name?: string };
  readonly text: string;
  readonly language?: string;
  readonly createdAt: Instant;
  /** The post it answers. */
  readonly inReplyTo?: string;
  /** The first post of its thread. */
  readonly root?: { readonly id: string; readonly version?: string };
}

/** A page of an inbox. */
export interface InboxPage {
  readonly items: readonly InboxItem[];
  /** Give it back to read on from here; absent when nothing is left. */
  readonly cursor?: string;
}

/** How an account's inbox is read and kept in order. Answers go out as drafts with `replyTo`. */
export interface Inbox {
  list(
    account: Account,
    options: { readonly since?: Instant; readonly cursor?: string },
    io: PlatformIo,
  ): Promise<InboxPage>;
  /** Hides somebody's reply under our post from the public. */
  hide?(account: Account, item: InboxItem, io: PlatformIo): Promise<void>;
}

/**
 * How one network wants it. An adapter never "publishes": it compiles a draft into steps, runs one
 * step, and can look for the effect of one step. Durability, budgets, retries and time are the runner's.
 *
 * Capability is a method that exists: `if (platform.insights) …` is the whole feature test.
 */
export interface Platform<Options = Json, Facts = Json> {
  /** The id in the registry: `bluesky`. */
  readonly id: string;
  readonly manifest: Manifest;
  /** Reads a publication's options, with their defaults. */
  readonly options: z.ZodType<Options>;
  /** Checks stored facts before they are trusted again. */
  readonly factsSchema: z.ZodType<Facts>;
  /** Facts to check against when there is no network: the documented defaults. */
  readonly defaultFacts: Facts;

  /** Reads what differs by server or account: limits, account names. Safe to cache for a day. */
  facts(account: Account, io: PlatformIo): Promise<Facts>;
  /** What stands between this draft and this network. Pure, offline. */
  check(composition: Composition<Options, Facts>): Finding[];
  /** What readers will see. Pure. */
  preview(composition: Composition<Options, Facts>): Preview;
  /** The steps that make it happen. Pure, and byte-identical when repeated with the same seed. */
  compile(composition: Composition<Options, Facts>, seed: CompileSeed): Step[];

  /** Runs one step: at most one mutating request, no retry. */
  run(account: Account, step: Step, progress: StepProgress, io: PlatformIo): Promise<StepResult>;
  /** Looks for the effect of a step that was armed at `armedAt`. Read-only. */
  reconcile(
    account: Account,
    step: Step,
    progress: StepProgress,
    armedAt: Instant,
    io: PlatformIo,
  ): Promise<Reconciled>;

  /** Logs in, or refreshes: the new credentials to store. Absent where tokens never expire. */
  authenticate?(account: Account, io: PlatformIo): Promise<Credentials>;
  /**
   * Makes sure that the credentials open the account, before anything is approved.
   *
   * @throws PlatformError when they do not, or when the server cannot be reached.
   */
  verify?(account: Account, io: PlatformIo): Promise<void>;
  /** Takes back the effect of a step. Doing it twice is the same as once. */
  undo?(account: Account, step: Step, output: StepOutput, io: PlatformIo): Promise<void>;
  /** What a post or the account achieved so far. */
  insights?(account: Account, posts: readonly PublishedPost[], io: PlatformIo): Promise<Reading[]>;
  readonly inbox?: Inbox;
}

/**
 * A platform whose option and fact types were forgotten, as a publisher holds many of them.
 * The adapter's own schemas guard the way back in.
 */
export type AnyPlatform = Platform<unknown, unknown>;
