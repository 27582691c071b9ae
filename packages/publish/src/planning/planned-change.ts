import {
  accountKey,
  type Calendar,
  contentHash,
  type Finding,
  instant,
  type Publication,
} from '@affiche/core';
import { momentOf } from '../moment.ts';
import type { Entry, PublicationState } from '../outbox/entry.ts';
import { everyEntry } from '../outbox/every-entry.ts';
import type { RunnerContext } from '../runner/context.ts';
import { inDoubt, locked } from './plan-findings.ts';
import type { PlannedChange, PlannedKind } from './plan.ts';
import type { Review } from './review.ts';

const movable: ReadonlySet<PublicationState> = new Set([
  'planned',
  'missed',
  'failed',
  'cancelled',
]);

/** One for all: most publications have nothing against them. */
const noFindings: readonly Finding[] = [];

/** Compares a publication that is wanted with what the outbox has of it. */
export async function planChange(
  context: RunnerContext,
  publication: Publication,
  entry: Entry | undefined,
  { dueAt, findings }: Review,
): Promise<PlannedChange> {
  const hash = contentHash(publication);
  const stays = entry && (await whyLocked(context, entry));
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

/** Whether a plan does anything about what it calls so. */
export function willChange(kind: PlannedKind): boolean {
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

/** What an earlier calendar planned in this period and this one does not. */
export async function cancellations(
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
    const before = { id, account, previousAt: instant(dueAt), hash, basis: revision };
    cancelled.push({ kind: 'cancel', ...before, findings: noFindings });
  }
  return cancelled;
}
