import type {
  Clock,
  Evidence,
  Json,
  Price,
  Publication,
  Step,
  StepOutput,
  WallTime,
} from '@affiche/core';
import type { Charge, RateLesson } from './charge.ts';
import type { LogData, LogEntry, LogEvent } from './log-entry.ts';
import type { SpendingLimit, SpendingQuery } from './spending.ts';
import type { Attempt, Entry, PostRecord, PublicationState, StepRecord } from './entry.ts';

/** A change that an approved plan makes. */
export type Change =
  | {
      readonly kind: 'create' | 'update';
      readonly publication: Publication;
      readonly hash: string;
      readonly dueAt: number;
      readonly scope: string;
      /** The revision the plan was made against; 0 for a publication that does not exist yet. */
      readonly basis: number;
    }
  | { readonly kind: 'cancel'; readonly id: string; readonly basis: number };

/** Who approved what: it goes into the log with every change. */
export interface Approval {
  readonly approvedBy: string;
  /** The content hash of the plan. */
  readonly plan: string;
  /** The version of the time zone data that due times were resolved with. */
  readonly zoneData: string;
}

/** Which publications to list. Everything given must hold. */
export interface EntryFilter {
  readonly scope?: string;
  readonly account?: string;
  readonly client?: string;
  readonly states?: readonly PublicationState[];
  /** Due at or after, in milliseconds since the epoch. */
  readonly from?: number;
  /** Due before, in milliseconds since the epoch. */
  readonly to?: number;
  /** Whose due time was resolved with other time zone data than this. */
  readonly zoneDataOtherThan?: string;
  /** That may say the same as one of these on its network; more may be listed than do. */
  readonly words?: readonly number[];
  /** At most so many. */
  readonly limit?: number;
  /** Only what comes after this one in the list, which is by due time and id. */
  readonly after?: { readonly dueAt: number; readonly id: string };
}

/** Which posts to list. Everything given must hold. */
export interface PostFilter {
  /** Published at or after, in milliseconds since the epoch. */
  readonly since?: number;
  /** Of these publications, however many. */
  readonly publications?: readonly string[];
}

/** A publication that may be worked on now. It is a hint: only a claim decides. */
export interface Ready {
  readonly id: string;
  readonly account: string;
  /** 0 is urgent, 1 normal, 2 low. */
  readonly priority: number;
}

/** What of all that is due the caller can work on. */
export interface DueOptions {
  /** So many of each urgency, and of each budget that has room again. */
  readonly limit: number;
  /** The networks that the caller knows, by id. */
  readonly platforms: readonly string[];
  /** Accounts to leave out, however many, because this process already works on them. */
  readonly except: readonly string[];
  /**
   * What the caller takes from budgets, as far as it knows: of those that wait for one of these, no
   * more are named than it has room for.
   */
  readonly budgets?: readonly Charge[];
}

/** The dated facts of an account, as its adapter read them. */
export interface KeptFacts {
  readonly value: Json;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
}

/** The right to work on a publication until somebody else claims it. */
export interface Claim {
  readonly entry: Entry;
  /** When it was claimed, in milliseconds since the epoch. */
  readonly at: number;
  /** The facts of the account, if any are known. */
  readonly facts?: KeptFacts;
  /** Grows with every claim: writes that judge are refused once somebody holds a newer one. */
  readonly fence: number;
  readonly steps: readonly StepRecord[];
  /** For how many seconds in all it was due while nobody looked. */
  readonly lateSeconds: number;
}

/** What arming a step ended in. Only `armed` allows a request to leave. */
export type Arming =
  | { readonly status: 'armed'; readonly attempt: Attempt }
  /** A budget has no room, or the account is paused: the claim is given back until then. */
  | {
      readonly status: 'wait';
      readonly untilAt: number;
      readonly bucket: string;
      /** The more urgent publication that goes first, if that is why. */
      readonly behind?: string;
    }
  /** Another publication of the account says the same, and nobody knows yet whether it is out. */
  | { readonly status: 'twin'; readonly publication: string }
  /** It would cost more than a limit leaves. */
  | { readonly status: 'over-limit'; readonly limit: SpendingLimit; readonly spent: Price }
  /** Somebody else claimed it, changed it, cancelled it or paused it meanwhile. */
  | { readonly status: 'lost' };

/** What a step is armed with. */
export interface ArmRequest {
  readonly step: string;
  /** The compiled steps, when they are not stored yet: they never change afterwards. */
  readonly freeze?: readonly Step[];
  readonly charges: readonly Charge[];
  /** After this many seconds the attempt has run out of time and must not send. */
  readonly timeoutSeconds: number;
  /** What the platform's clock shows, if it ever told: it may be another than ours. */
  readonly serverNowAt?: number;
  /**
   * What a look in a listing goes by: two posts of one likeness cannot be told apart there. It is not
   * armed while another of the same likeness is in doubt, or has only just come out.
   */
  readonly likeness?: string;
  /** What it costs in money. It is booked when it is armed, and given back when it proves absent. */
  readonly price?: Price;
  /** What may be spent. Limits of other accounts and currencies do not count. */
  readonly limits?: readonly SpendingLimit[];
  /** Sends once more under the open attempt, with the same key and the same bytes. */
  readonly again?: boolean;
}

/** Something that is true whoever learnt it: it needs no claim. */
export type Fact =
  | { readonly kind: 'done'; readonly output: StepOutput; readonly evidence: Evidence }
  | { readonly kind: 'pending'; readonly checkpoint: Json; readonly notBeforeAt: number };

/** What storing a fact ended in. `foreign`: the post already belongs to another publication. */
export type FactOutcome = 'recorded' | 'known' | 'foreign';

/** A judgement: it needs the newest claim, and is refused otherwise. */
export interface Judgement {
  /** Closes the open attempt of a step with this outcome. */
  readonly close?: { readonly step: string; readonly outcome: 'rejected' | 'absent' | 'abandoned' };
  /** Counts a fruitless look for the effect of this step. */
  readonly looked?: string;
  /** Marks steps as taken back, by id. */
  readonly undone?: readonly string[];
  /** Runs steps that show nothing again from the start, by id: what they made is gone. */
  readonly restart?: readonly string[];
  readonly state?: PublicationState;
  /** When to look again, in seconds from now; `null` for never; absent to go on at once. */
  readonly delaySeconds?: number | null;
  /** Waits until this bucket has room again. */
  readonly waitsFor?: string;
  /** Whether it counts as a try of the publication. */
  readonly countsAsTry?: boolean;
  /** One sentence for a person. */
  readonly note?: string;
  readonly event: LogEvent;
  readonly data?: LogData;
}

/** What a person may change outside of a plan. */
export type Edit =
  | { readonly kind: 'cancel' }
  /** Only the time changes: whatever content is approved by then stays. */
  | {
      readonly kind: 'reschedule';
      readonly at: WallTime;
      readonly dueAt: number;
      readonly zoneData: string;
    }
  /** New time zone data moved the moment; the wall time stayed, unless it is of a later revision. */
  | {
      readonly kind: 'retime';
      readonly basis: number;
      readonly dueAt: number;
      readonly zoneData: string;
    }
  /** A person looked and says that the step in doubt did happen. */
  | { readonly kind: 'confirm'; readonly output: StepOutput }
  /** A person looked and says that it did not, or wants a failed publication tried again. */
  | { readonly kind: 'retry' };

/**
 * What an edit ended in. `stopping`: it is on its way or partly out, and nothing more of it will be
 * sent. `in-doubt`: the same, and nobody can tell yet whether what was sent is out. `too-late`: it is out.
 */
export type EditOutcome = 'done' | 'stopping' | 'in-doubt' | 'too-late' | 'missing';

/** A stop of everything, a client or an account, until somebody lifts it. */
export interface Pause {
  /** `*`, `client:<client>` or `account:<account key>`. */
  readonly scope: string;
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

/**
 * The truth about every publication. Correctness rests on these operations alone: each is one
 * durable transaction, each write is conditional, and whoever wakes a worker is not trusted.
 * Prove an implementation with the conformance kit in `@affiche/publish/conformance`.
 *
 * All moments are milliseconds since the epoch on the outbox's own clock, all durations seconds.
 */
export interface Outbox {
  /** The outbox's own time: the machine's clock, or the database's where there is one. */
  now(): Promise<number>;

  /** Makes an approved plan's changes, all or none; names a publication that changed meanwhile. */
  apply(changes: readonly Change[], approval: Approval): Promise<{ readonly stale?: string }>;
  edit(id: string, edit: Edit, by: string): Promise<EditOutcome>;
  find(ids: readonly string[]): Promise<Entry[]>;
  list(filter: EntryFilter): Promise<Entry[]>;
  /**
   * How many publications pass a filter in each state, whatever its limit; a state that none is in may
   * be left out.
   */
  count(filter: EntryFilter): Promise<Partial<Record<PublicationState, number>>>;

  /** What may be worked on now, most urgent first, and when to ask again at the latest. */
  due(options: DueOptions): Promise<{ readonly ready: Ready[]; readonly nextAt?: number }>;
  /** Takes a publication to work on it, unless somebody else does or it is not due. */
  claim(
    id: string,
    options: { readonly worker: string; readonly leaseSeconds: number; readonly seenAt?: number },
  ): Promise<Claim | undefined>;
  /** Makes an attempt durable before its request leaves, and reserves its budgets with it. */
  arm(claim: Claim, request: ArmRequest): Promise<Arming>;
  /** Stores what became known of an attempt. Anybody may; to know whose it is saves a look. */
  learn(
    id: string,
    attempt: Attempt,
    fact: Fact,
    known?: { readonly account: string },
  ): Promise<FactOutcome>;
  /** Stores what the holder of the claim concluded; `false` when it is not the newest any more. */
  judge(claim: Claim, judgement: Judgement): Promise<boolean>;
  /** Reads a claimed publication again; absent when the claim is not the newest any more. */
  reload(claim: Claim): Promise<Claim | undefined>;

  /** Takes budget for a call that is no step, a login or a look; tells when to ask again if there is none. */
  reserve(
    reservation: string,
    charges: readonly Charge[],
    timeoutSeconds: number,
  ): Promise<{ readonly untilAt: number; readonly bucket: string } | undefined>;
  /** Counts a reservation from now on, because its answer came. */
  settle(reservation: string): Promise<void>;
  /** What was spent, in millionths of the currency's main unit. */
  spent(query: SpendingQuery): Promise<number>;
  /** Stores what an answer taught about budgets. */
  teach(lessons: readonly RateLesson[]): Promise<void>;

  /** The dated facts of an account, as its adapter last read them. */
  facts(account: string): Promise<KeptFacts | undefined>;
  keepFacts(account: string, value: Json): Promise<void>;

  /** Takes a named right for a while, so that one process at a time refreshes a credential. */
  lease(name: string, holder: string, seconds: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;

  pause(pause: Omit<Pause, 'at'>): Promise<void>;
  resume(scope: string, by: string): Promise<void>;
  pauses(): Promise<Pause[]>;

  /** Posts that went out and were not taken back, oldest first. */
  posts(filter: PostFilter): Promise<PostRecord[]>;
  /** The steps of a publication, as frozen. */
  steps(id: string): Promise<StepRecord[]>;
  /**
   * The log, oldest first: of one publication, one client, or everything. A client's is made of the whole
   * chains of its accounts, in which what is not its own is withheld.
   */
  log(filter: { readonly publication?: string; readonly client?: string }): Promise<LogEntry[]>;
  close(): Promise<void>;
}

/** Where an outbox is kept. A publisher opens it with its clock; several may share one. */
export interface OutboxStore {
  open(options: { readonly clock: Clock }): Promise<Outbox>;
}
