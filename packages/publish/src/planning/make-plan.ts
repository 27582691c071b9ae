import { type Calendar, hasErrors, instant, type Publication } from '@affiche/core';
import type { Entry } from '../outbox/entry.ts';
import type { RunnerContext } from '../runner/context.ts';
import { duplicateId, takenId, tooMany } from './plan-findings.ts';
import { type Plan, type PlannedChange, planHash } from './plan.ts';
import { cancellations, planChange, willChange } from './planned-change.ts';
import { quotaLedger } from './quota.ts';
import type { SameTextPolicy } from './repetition.ts';
import { createReviewer, free, whole } from './review.ts';
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

/** So many publications are compared with the outbox at once. */
const batchLength = 500;

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
  const quota = quotaLedger(context.outbox);
  const ids = new Set(publications.map(({ id }) => id));
  const cancelled = calendar ? await cancellations(context, calendar, inScope, ids) : [];
  const decided = new Set([...ids, ...cancelled.map(({ id }) => id)]);
  const told = { decided, now, policy: sameText };
  const { memory, owners } = await rememberOthers(context, publications, told);
  const costOf = (other: Publication) =>
    hasErrors(reviewer.check(other)) ? free : reviewer.costOf(other);
  const pricesOf = (other: Publication) => costOf(other).prices;
  const purse = spendingLedger(context.outbox, context.spending, { decided, pricesOf });
  const changes: PlannedChange[] = [];
  for (let start = 0; start < publications.length; start += batchLength) {
    const batch = publications.slice(start, start + batchLength);
    const known = await entriesById(context, batch);
    for (const publication of batch) {
      const { id } = publication;
      const review = reviewer.review(publication);
      const entry = known.get(id);
      const change = await planChange(context, publication, entry, review);
      const { account } = change;
      const isNew = willChange(change.kind);
      // An id is taken off the list by the first that bears it.
      const further = ids.delete(id) ? [] : [duplicateId(id)];
      // What stays as it is is remembered too: others may repeat it.
      const others = [
        ...owners.find(account, publication),
        ...memory.find(tell(publication, account)),
      ];
      if (isNew) further.push(...others);
      if (entry?.state === 'planned' && entry.account !== account) {
        further.push(takenId(id, entry.account));
      }
      // What is planned already will be paid for too; what is out was booked when it went.
      const isComing = context.spending.length > 0 && entry?.state === 'planned';
      const { dueAt } = review;
      if (dueAt !== undefined && (isNew || isComing) && !hasErrors(review.findings)) {
        const { charges, prices } = reviewer.costOf(publication);
        const { client = '', platform } = publication.account;
        if (isNew) quota.add({ platform, account, at: dueAt, charges });
        further.push(...(await purse.add({ account, client, at: dueAt, prices, isNew })));
      }
      changes.push(
        further.length > 0 ? { ...change, findings: [...change.findings, ...further] } : change,
      );
    }
  }
  changes.push(...cancelled);
  const changed = new Set(changes.flatMap(({ id, kind }) => (willChange(kind) ? id : [])));
  const quotas = await quota.quotas({ changed, chargesOf: (other) => costOf(other).charges });
  const spending = purse.totals();
  return {
    hash: planHash({ scope: inScope, changes, spending }),
    scope: inScope,
    madeAt: instant(now),
    changes,
    findings: quotas.filter(({ peak, limit }) => peak > limit).map(tooMany),
    costs: quota.costs(),
    quotas,
    spending,
  };
}

async function entriesById(
  { outbox }: RunnerContext,
  publications: readonly Publication[],
): Promise<Map<string, Entry>> {
  const entries = await outbox.find(publications.map(({ id }) => id));
  return new Map(entries.map((entry) => [entry.publication.id, entry]));
}
