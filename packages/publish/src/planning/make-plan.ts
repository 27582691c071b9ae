import {
  accountKey,
  type Calendar,
  contentHash,
  type Finding,
  hasErrors,
  instant,
  type Publication,
} from '@affiche/core';
import { momentOf } from '../moment.ts';
import type { Entry } from '../outbox/entry.ts';
import { everyEntry } from '../outbox/every-entry.ts';
import type { RunnerContext } from '../runner/context.ts';
import { duplicateId, inDoubt, locked, takenId, tooMany } from './plan-findings.ts';
import { type Plan, type PlannedChange, type PlannedKind, planHash } from './plan.ts';
import { quotaLedger } from './quota.ts';
import type { SameTextPolicy } from './repetition.ts';
import { createReviewer, type Review, whole } from './review.ts';
import { spendingLedger } from './spending.ts';
import { rememberOthers, tell } from './told.ts';

/** How a plan is made. */
export interface PlanOptions {
  /**
   * Whose plans these are. A calendar replaces what an earlier calendar of the same scope put into
   * its period; other scopes are left alone.
   *
   * @defaultValue `calendar` for a calendar, `single` for a list of publications
   */
  readonly scope?: string;
  /**
   * Whether to leave the network alone: account limits are then the last known or the documented ones.
   *
   * @defaultValue false
   */
  readonly offline?: boolean;
  /**
   * What to do about one text for several accounts of one network.
   *
   * @defaultValue `refuse`
   */
  readonly sameText?: SameTextPolicy;
}

const movable: ReadonlySet<string> = new Set(['planned', 'missed', 'failed', 'cancelled']);

/** So many publications are compared with the outbox at once. */
const batchLength = 500;

/** One for all: most publications have nothing against them. */
const noFindings: readonly Finding[] = [];

/** Compares what should be with what is in the outbox, and checks everything that would go out. */
export async function makePlan(
  context: RunnerContext,
  wanted: Calendar | readonly Publication[],
  { scope, offline = false, sameText = 'refuse' }: PlanOptions,
): Promise<Plan> {
  const calendar = 'publications' in wanted ? wanted : undefined;
  const publications = ('publications' in wanted ? wanted.publications : wanted).map(whole);
  const inScope = scope ?? (calendar ? 'calendar' : 'single');
  const now = await context.outbox.now();
  const reviewer = await createReviewer(context, publications, { offline, now });
  const ledger = quotaLedger();
  const ids = new Set(publications.map(({ id }) => id));
  const cancelled = calendar ? await cancellations(context, calendar, inScope, ids) : [];
  const decided = new Set([...ids, ...cancelled.map(({ id }) => id)]);
  const memory = await rememberOthers(context, publications, { decided, now, policy: sameText });
  const pricesOf = (other: Publication) =>
    hasErrors(reviewer.check(other)) ? [] : reviewer.costOf(other).prices;
  const purse = spendingLedger(context.outbox, context.spending, { decided, pricesOf });
  const changes: PlannedChange[] = [];
  for (let start = 0; start < publications.length; start += batchLength) {
    const batch = publications.slice(start, start + batchLength);
    const known = await entriesById(context, batch);
    for (const publication of batch) {
      const { id } = publication;
      const reviewed = reviewer.review(publication);
      const entry = known.get(id);
      const stays = entry && (await whyLocked(context, entry));
      const change = planChange(publication, entry, reviewed, stays);
      const isNew = willChange(change.kind);
      const repeated = memory.find(tell(publication, change.account));
      // An id is taken off the list by the first that bears it.
      const more = ids.delete(id) ? [] : [duplicateId(id)];
      if (isNew) more.push(...repeated);
      if (entry?.state === 'planned' && entry.account !== change.account) {
        more.push(takenId(id, entry.account));
      }
      const { dueAt } = reviewed;
      // What is planned already will be paid for too; what is out was booked when it went.
      const isComing = context.spending.length > 0 && entry?.state === 'planned';
      if (dueAt !== undefined && (isNew || isComing) && !hasErrors(reviewed.findings)) {
        const { charges, prices } = reviewer.costOf(publication);
        if (isNew) ledger.add(dueAt, charges);
        const { client = '' } = publication.account;
        const { account } = change;
        more.push(...(await purse.add({ account, client, at: dueAt, prices, isNew })));
      }
      changes.push(
        more.length > 0 ? { ...change, findings: [...change.findings, ...more] } : change,
      );
    }
  }
  changes.push(...cancelled);
  const quotas = ledger.quotas();
  const spending = purse.totals();
  return {
    hash: planHash({ scope: inScope, changes, spending }),
    scope: inScope,
    madeAt: instant(now),
    changes,
    findings: quotas.filter(({ peak, limit }) => peak > limit).map(tooMany),
    costs: ledger.costs(),
    quotas,
    spending,
  };
}

function planChange(
  publication: Publication,
  entry: Entry | undefined,
  { dueAt, findings }: Review,
  stays: Finding | undefined,
): PlannedChange {
  const hash = contentHash(publication);
  const kind = kindOf(publication, hash, entry, stays);
  return {
    kind,
    id: publication.id,
    account: accountKey(publication.account),
    ...(dueAt === undefined ? {} : { at: instant(dueAt) }),
    ...(entry === undefined ? {} : { previousAt: instant(entry.dueAt) }),
    publication,
    hash,
    basis: entry?.revision ?? 0,
    findings: willChange(kind) ? findings : kind === 'locked' && stays ? [stays] : noFindings,
  };
}

function willChange(kind: PlannedKind): boolean {
  return kind !== 'keep' && kind !== 'locked';
}

/** Why a publication cannot be changed any more, if it cannot. */
async function whyLocked(
  { outbox }: RunnerContext,
  { publication: { id }, state }: Entry,
): Promise<Finding | undefined> {
  if (!movable.has(state)) return locked(id);
  if (state !== 'cancelled') return undefined;
  const steps = await outbox.steps(id);
  const isOpen = steps.some(({ step, attempt }) => attempt && step.visibility !== 'none');
  return isOpen ? inDoubt(id) : undefined;
}

function kindOf(
  publication: Publication,
  hash: string,
  entry: Entry | undefined,
  stays: Finding | undefined,
): PlannedKind {
  if (!entry) return 'create';
  if (entry.hash === hash && entry.state !== 'cancelled') return 'keep';
  if (stays) return 'locked';
  const retimed = { ...entry.publication, at: publication.at };
  return contentHash(retimed) === hash ? 'reschedule' : 'change';
}

async function entriesById(
  { outbox }: RunnerContext,
  publications: readonly Publication[],
): Promise<Map<string, Entry>> {
  const entries = await outbox.find(publications.map(({ id }) => id));
  return new Map(entries.map((entry) => [entry.publication.id, entry]));
}

/** What an earlier calendar planned in this period and this one does not. */
async function cancellations(
  { outbox }: RunnerContext,
  calendar: Calendar,
  scope: string,
  wanted: ReadonlySet<string>,
): Promise<PlannedChange[]> {
  const cancelled: PlannedChange[] = [];
  const planned = everyEntry(outbox, {
    scope,
    states: ['planned'],
    from: momentOf(calendar.start, 'start'),
    to: momentOf(calendar.end, 'end'),
  });
  for await (const { publication, account, dueAt, hash, revision } of planned) {
    const { id } = publication;
    if (wanted.has(id)) continue;
    const previousAt = instant(dueAt);
    cancelled.push({
      kind: 'cancel',
      id,
      account,
      previousAt,
      hash,
      basis: revision,
      findings: noFindings,
    });
  }
  return cancelled;
}
