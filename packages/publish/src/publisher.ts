import { randomUUID } from 'node:crypto';
import {
  type Calendar,
  type Finding,
  momentOfWall,
  type Publication,
  type Reading,
  type StepOutput,
  systemClock,
  WallTime,
} from '@affiche/core';
import { collectReadings, type CollectOptions } from './collect.ts';
import { explainPublication } from './explain.ts';
import { openLocalMedia } from './media-access.ts';
import type { LogEntry } from './outbox/log-entry.ts';
import type { Edit, EditOutcome } from './outbox/outbox.ts';
import { type InFlight, pauseScope, resumeScope } from './pause.ts';
import { identified, namedPerson } from './person.ts';
import { type ApplyOptions, applyPlan } from './planning/apply-plan.ts';
import { makePlan, type PlanOptions } from './planning/make-plan.ts';
import type { Plan, PlannedKind } from './planning/plan.ts';
import { createReviewer, whole } from './planning/review.ts';
import { resolveAnew, zoneDataVersion } from './planning/zone-data.ts';
import { checkOptions, type PublisherOptions, type RunOptions } from './publisher-options.ts';
import { announce, isAnybodyListening } from './runner/channel.ts';
import { type RunnerContext, runnerContext } from './runner/context.ts';
import type { PublishEvent } from './runner/events.ts';
import { runLoop } from './runner/loop.ts';
import { followProgress } from './runner/progress.ts';
import { settleEverything } from './runner/recovery.ts';
import { standStill } from './stand-still.ts';
import {
  describeEntries,
  type PublicationStatus,
  type PublishStatus,
  readStatus,
  type StatusFilter,
} from './status.ts';

/** Who acts: it goes into the log. An empty name is refused as `approval-missing`. */
export interface ActOptions {
  readonly by: string;
}

/** Publishes exactly once, within every limit, and can be killed at any moment. */
export interface Publisher {
  /** Checks publications against their platforms. Offline: with the last known limits of each account. */
  check(publications: readonly Publication[]): Promise<{ id: string; findings: Finding[] }[]>;
  /** A dry run: what would be created, moved and cancelled, with findings, costs and quotas. */
  plan(wanted: Calendar | readonly Publication[], options?: PlanOptions): Promise<Plan>;
  /**
   * Makes the changes of exactly the plan that was approved, all or none.
   *
   * @throws ConfigurationError `approval-missing`, `plan-changed`, `plan-has-errors`, `plan-stale`.
   */
  apply(plan: Plan, options: ApplyOptions): Promise<Record<PlannedKind, number>>;
  /** Publishes whatever comes due. May run in many processes at once. */
  run(options?: RunOptions): Promise<void>;
  /** Settles everything that was being sent when a process went away, and tells where it ended. */
  recover(options?: { readonly signal?: AbortSignal }): Promise<PublicationStatus[]>;
  /** Cancels a publication; a thread that is partly out is stopped. */
  cancel(id: string, options: ActOptions): Promise<EditOutcome>;
  /** Moves a publication of which nothing is out. */
  reschedule(id: string, at: WallTime, options: ActOptions): Promise<EditOutcome>;
  /**
   * Tells that a parked publication is out after all: a person looked. `in-doubt` while it is being sent
   * or looked for: whoever does so learns its id.
   *
   * @throws ConfigurationError `post-id-missing`: only by its id is it taken back, measured and replied to.
   */
  confirm(id: string, output: StepOutput, options: ActOptions): Promise<EditOutcome>;
  /**
   * Tries a parked, failed, missed, partial or cancelled publication again: not before its time. Of what
   * nobody could tell about it takes your word that it is not out: look first.
   */
  retry(id: string, options: ActOptions): Promise<EditOutcome>;
  /**
   * Stops `*`, `client:<client>` or `account:<account key>` at once; tells what of it is being sent, and
   * which step.
   *
   * @throws ConfigurationError `invalid-scope`.
   */
  pause(
    scope: string,
    options: ActOptions & { readonly reason: string },
  ): Promise<readonly InFlight[]>;
  /** @throws ConfigurationError `invalid-scope`. */
  resume(scope: string, options: ActOptions): Promise<void>;
  status(filter?: StatusFilter): Promise<PublishStatus>;
  /**
   * What happened to a publication and on what evidence, in words.
   *
   * @throws ConfigurationError `unknown-publication`.
   */
  explain(id: string): Promise<string>;
  /**
   * The log, sealed entry by entry: of one publication, of one client, or everything. The log of a client
   * shows nothing of anybody else, and can be checked by itself.
   */
  history(filter?: {
    readonly publication?: string;
    readonly client?: string;
  }): Promise<LogEntry[]>;
  /** What the posts achieved so far. */
  collect(options: CollectOptions): Promise<Reading[]>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Makes a publisher from adapters, an outbox and a vault.
 *
 * ```ts
 * import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
 *
 * const publisher = createPublisher({
 *   platforms: [],
 *   outbox: sqliteOutbox(':memory:'),
 *   vault: memoryVault(),
 * });
 * const plan = await publisher.plan([]);
 * const applied = await publisher.apply(plan, { approvedBy: 'client' });
 * await publisher.close();
 * applied.create; // => 0
 * ```
 *
 * @throws ConfigurationError `invalid-option`; `invalid-scope` of a spending limit.
 */
export function createPublisher(options: PublisherOptions): Publisher {
  checkOptions(options);
  const { clock = systemClock(), worker = randomUUID() } = options;
  const isSimulated = clock.during !== undefined;
  const listeners = new Set<(event: PublishEvent) => void>();
  let opening: Promise<RunnerContext> | undefined;

  function open(): Promise<RunnerContext> {
    opening ??= options.outbox.open({ clock }).then((outbox) =>
      runnerContext({
        outbox,
        platforms: options.platforms,
        vault: options.vault,
        clock,
        fetch: options.fetch ?? globalThis.fetch,
        openMedia: options.openMedia ?? openLocalMedia,
        worker,
        address: options.address ?? 'here',
        spending: options.spending ?? [],
        maxTries: options.maxTries ?? 12,
        emit: (tell) => {
          if (listeners.size === 0 && !isAnybodyListening()) return;
          const event = tell();
          announce(event);
          for (const listener of listeners) listener(event);
        },
      }),
    );
    // An outbox that could not be opened may be there at the next call.
    opening.catch(() => (opening = undefined));
    return opening;
  }

  /** A simulated clock stands still while anything of ours runs. */
  async function during<Result>(
    work: (context: RunnerContext) => Promise<Result>,
  ): Promise<Result> {
    const context = await open();
    return standStill(clock, () => work(context));
  }

  const edit = (id: string, change: Edit, by: string) =>
    during(async ({ outbox }) => outbox.edit(id, change, namedPerson(by, 'by')));

  return {
    check: (given) =>
      during(async (context) => {
        const publications = given.map(whole);
        const now = await context.outbox.now();
        const reviewer = await createReviewer(context, publications, { offline: true, now });
        return publications.map((publication) => ({
          id: publication.id,
          findings: [...reviewer.review(publication).findings],
        }));
      }),
    plan: (wanted, planOptions = {}) => during((context) => makePlan(context, wanted, planOptions)),
    apply: (plan, applyOptions) => during((context) => applyPlan(context, plan, applyOptions)),
    async run({ onProgress, ...runOptions } = {}) {
      const context = await open();
      await during(resolveAnew);
      const progress =
        onProgress && (await during((opened) => followProgress(opened, runOptions.until)));
      const stop = new AbortController();
      // Whoever listens and breaks down ends the run, but not between a post and its record.
      const listener = (event: PublishEvent) => {
        try {
          if (progress && !stop.signal.aborted) onProgress(progress(event));
        } catch (error) {
          stop.abort(error);
        }
      };
      if (progress) listeners.add(listener);
      const signals = [stop.signal, ...(runOptions.signal ? [runOptions.signal] : [])];
      try {
        await runLoop(context, {
          ...runOptions,
          signal: AbortSignal.any(signals),
          concurrency: options.concurrency ?? (isSimulated ? 1 : 64),
          perAccount: options.perAccount ?? 1,
          pollSeconds: options.pollSeconds ?? (isSimulated ? 3600 : 1),
        });
        if (stop.signal.aborted) throw stop.signal.reason;
      } finally {
        listeners.delete(listener);
      }
    },
    async recover(recoverOptions = {}) {
      const settled = await settleEverything(await open(), recoverOptions);
      return during((context) => describeEntries(context, settled));
    },
    cancel: (id, { by }) => edit(id, { kind: 'cancel' }, by),
    reschedule: (id, at, { by }) =>
      during(async ({ outbox }) => {
        const wall = WallTime.parse(at);
        const dueAt = momentOfWall(wall);
        const zoneData = zoneDataVersion();
        const change = { kind: 'reschedule', at: wall, dueAt, zoneData } as const;
        return outbox.edit(id, change, namedPerson(by, 'by'));
      }),
    confirm: async (id, output, { by }) =>
      edit(id, { kind: 'confirm', output: identified(output) }, by),
    retry: (id, { by }) => edit(id, { kind: 'retry' }, by),
    pause: (scope, { by, reason }) =>
      during((context) => pauseScope(context, { scope, by, reason })),
    resume: (scope, { by }) => during((context) => resumeScope(context, scope, by)),
    status: (filter = {}) => during((context) => readStatus(context, filter)),
    explain: (id) => during((context) => explainPublication(context, id)),
    history: (filter = {}) => during(({ outbox }) => outbox.log(filter)),
    async collect(collectOptions) {
      return collectReadings(await open(), collectOptions);
    },
    async close() {
      const context = await opening;
      opening = undefined;
      await context?.outbox.close();
    },
    async [Symbol.asyncDispose]() {
      await this.close();
    },
  };
}
