import {
  accountKey,
  type Calendar,
  contentHash,
  epochMilliseconds,
  type Finding,
  hasErrors,
  instant,
  Publication,
} from '@affiche/core';
import type { Entry } from '../outbox/entry.ts';
import type { RunnerContext } from '../runner/context.ts';
import { type Plan, type PlannedChange, type PlannedKind, planHash } from './plan.ts';
import { quotaLedger } from './quota.ts';
import { findRepetitions, type SameTextPolicy, type Told } from './repetition.ts';
import { reviewPublication, type Review, reviewer } from './review.ts';

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

/** Readers forget: older posts are not compared with. */
const rememberedDays = 90;

/** Compares what should be with what is in the outbox, and checks everything that would go out. */
export async function makePlan(
  context: RunnerContext,
  wanted: Calendar | readonly Publication[],
  { scope, offline = false, sameText = 'refuse' }: PlanOptions,
): Promise<Plan> {
  const { outbox } = context;
  const calendar = 'publications' in wanted ? wanted : undefined;
  const publications = 'publications' in wanted ? wanted.publications : wanted;
  const inScope = scope ?? (calendar ? 'calendar' : 'single');
  const now = await outbox.now();
  const known = await entriesById(context, publications);
  const review = await reviewer(context, publications, { offline, now });
  const ledger = quotaLedger();
  const changes: PlannedChange[] = [];
  const seen = new Set<string>();
  for (const publication of publications) {
    const entry = known.get(publication.id);
    const change = planChange(publication, entry, reviewPublication(review, publication), (at) =>
      ledger.add(at, review.chargesOf(publication)),
    );
    const findings = seen.has(publication.id)
      ? [...change.findings, duplicateId(publication.id)]
      : change.findings;
    changes.push({ ...change, findings });
    seen.add(publication.id);
  }
  if (calendar) {
    changes.push(...(await cancellations(context, calendar, inScope, seen)));
  }
  const told = await repetitions(context, changes, now, sameText);
  for (const [index, change] of changes.entries()) {
    const repeated = isMove(change.kind) ? told.get(change.id) : undefined;
    if (repeated) {
      changes[index] = { ...change, findings: [...change.findings, ...repeated] };
    }
  }
  const quotas = ledger.quotas();
  return {
    hash: planHash({ scope: inScope, changes }),
    scope: inScope,
    madeAt: instant(now),
    changes,
    findings: quotas.filter(({ peak, limit }) => peak > limit).map(tooMany),
    costs: ledger.costs(),
    quotas,
  };
}

function planChange(
  wanted: Publication,
  entry: Entry | undefined,
  { dueAt, findings }: Review,
  charge: (at: number) => void,
): PlannedChange {
  const publication = Publication.parse(wanted);
  const hash = contentHash(publication);
  const kind = kindOf(publication, hash, entry);
  if (dueAt !== undefined && isMove(kind) && !hasErrors(findings)) charge(dueAt);
  return {
    kind,
    id: publication.id,
    account: accountKey(publication.account),
    ...(dueAt === undefined ? {} : { at: instant(dueAt) }),
    ...(entry === undefined ? {} : { previousAt: instant(entry.dueAt) }),
    publication,
    hash,
    basis: entry?.revision ?? 0,
    findings: isMove(kind) ? findings : kind === 'locked' ? [locked(publication.id)] : [],
  };
}

function isMove(kind: PlannedKind): boolean {
  return kind !== 'keep' && kind !== 'locked';
}

/** What the plan says again, compared with itself and with what each account said or will say. */
async function repetitions(
  { outbox }: RunnerContext,
  changes: readonly PlannedChange[],
  now: number,
  policy: SameTextPolicy,
): Promise<ReadonlyMap<string, Finding[]>> {
  const from = now - rememberedDays * 86_400_000;
  const known: Told[] = [];
  for (const account of new Set(changes.map((change) => change.account))) {
    const entries = await outbox.list({ account, from });
    const standing = entries.filter(({ state }) => state !== 'cancelled' && state !== 'failed');
    known.push(...standing.map(({ publication }) => tell(publication)));
  }
  const wanted = changes.flatMap(({ publication }) => (publication ? [tell(publication)] : []));
  return findRepetitions(wanted, known, policy);
}

function tell({ id, account, draft }: Publication): Told {
  const text = draft.items.map((item) => item.text).join('\n');
  return { id, account: accountKey(account), platform: account.platform, text };
}

function kindOf(publication: Publication, hash: string, entry: Entry | undefined): PlannedKind {
  if (!entry) return 'create';
  if (entry.hash === hash && entry.state !== 'cancelled') return 'keep';
  if (!movable.has(entry.state)) return 'locked';
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
  const planned = await outbox.list({
    scope,
    states: ['planned'],
    from: epochMilliseconds(calendar.start),
    to: epochMilliseconds(calendar.end),
  });
  return planned
    .filter(({ publication }) => !wanted.has(publication.id))
    .map(({ publication, account, dueAt, hash, revision }) => ({
      kind: 'cancel' as const,
      id: publication.id,
      account,
      previousAt: instant(dueAt),
      hash,
      basis: revision,
      findings: [],
    }));
}

function duplicateId(id: string): Finding {
  return {
    rule: 'publish/id/duplicate',
    severity: 'error',
    path: ['id'],
    message: `The plan has the publication "${id}" more than once.`,
    fix: 'Give every publication an id of its own.',
  };
}

function locked(id: string): Finding {
  return {
    rule: 'publish/publication/locked',
    severity: 'warning',
    path: [],
    message: `"${id}" is out or on its way and stays as it is.`,
    fix: 'Publish the change as a post of its own, or delete the old post first.',
  };
}

function tooMany({ bucket, peak, limit, windowSeconds, peakAt }: Plan['quotas'][number]): Finding {
  return {
    rule: 'publish/quota/exceeded',
    severity: 'warning',
    path: [],
    message: `Until ${peakAt}, ${bucket} is asked for more than ${windowSeconds} seconds allow; posts will be late.`,
    measured: peak,
    limit,
    unit: 'points',
    fix: 'Spread the posts over more time.',
  };
}
