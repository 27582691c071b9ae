import { instant, type Publication } from '@affiche/core';
import type { Charge, ChargeWindow } from '../outbox/charge.ts';
import { everyEntry } from '../outbox/every-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { spanAt } from '../outbox/window-span.ts';
import type { QuotaUse } from './plan.ts';

/** One post of a plan, and what its steps take. */
interface Taking {
  readonly platform: string;
  /** The account key. */
  readonly account: string;
  readonly at: number;
  readonly charges: readonly Charge[];
}

/** What is in the outbox besides, and what it takes. */
interface Queue {
  /** The ids that the plan changes: what the outbox has of them does not count. */
  readonly changed: ReadonlySet<string>;
  readonly chargesOf: (publication: Publication) => readonly Charge[];
}

interface Usage {
  readonly windows: Charge['windows'];
  total: number;
  /** Two lists of numbers: a hundred thousand objects would weigh four times as much. */
  readonly at: number[];
  readonly points: number[];
  /** So many of them, the first, are the plan's own. */
  own: number;
}

/**
 * Adds up what planned steps take from each bucket, and finds the busiest window of each, with what went
 * out and what else is queued in it.
 */
export function quotaLedger(outbox: Pick<Outbox, 'list'>): {
  add(taking: Taking): void;
  costs(): Record<string, number>;
  quotas(queue: Queue): Promise<QuotaUse[]>;
} {
  const buckets = new Map<string, Usage>();
  const accounts = new Set<string | undefined>();
  const platforms = new Set<string>();
  let [first, last] = [Infinity, -Infinity];

  /** Reads what is in the outbox for the time around the plan, of all who share a bucket with it. */
  async function countQueued({ changed, chargesOf }: Queue): Promise<void> {
    const windows = [...buckets.values()].flatMap((usage) => usage.windows);
    const from = Math.min(...windows.map((window) => spanAt(window, first).since));
    const to = Math.max(...windows.map((window) => endOf(window, last)));
    // One bucket that accounts share is reason enough to ask for them all.
    for (const account of accounts.has(undefined) ? [undefined] : accounts) {
      const theirs = account === undefined ? {} : { account };
      const filter = { ...theirs, from, to, states: counting };
      for await (const { publication, dueAt, nextAt = dueAt } of everyEntry(outbox, filter)) {
        if (changed.has(publication.id) || !platforms.has(publication.account.platform)) continue;
        for (const { bucket, points } of chargesOf(publication)) {
          const usage = buckets.get(bucket);
          // What is late goes out when it is tried next.
          usage?.at.push(Math.max(dueAt, nextAt));
          usage?.points.push(points);
        }
      }
    }
  }

  return {
    add({ platform, account, at, charges }) {
      for (const { bucket, points, windows } of charges) {
        if (points === 0) continue;
        const usage = buckets.get(bucket) ?? { windows, total: 0, at: [], points: [], own: 0 };
        buckets.set(bucket, usage);
        usage.total += points;
        if (windows.length === 0) continue;
        usage.own = usage.at.push(at);
        usage.points.push(points);
        accounts.add(bucket.endsWith(`/account:${account}`) ? account : undefined);
        platforms.add(platform);
        [first, last] = [Math.min(first, at), Math.max(last, at)];
      }
    },
    costs: () => Object.fromEntries([...buckets].map(([bucket, { total }]) => [bucket, total])),
    async quotas(queue) {
      await countQueued(queue);
      return [...buckets].flatMap(([bucket, { windows, at, points: taken, own }]) => {
        const ordered = at.map((moment, use) => ({
          at: moment,
          points: taken[use] ?? 0,
          isOwn: use < own,
        }));
        ordered.sort((a, b) => a.at - b.at);
        return windows.map((window) => ({
          bucket,
          windowSeconds: window.windowSeconds,
          limit: window.points,
          ...busiest(ordered, window),
        }));
      });
    },
  };
}

/** What went out or is to go out. */
const counting = ['planned', 'publishing', 'published'] as const;

/** When what happens at a moment stops counting. */
function endOf(window: ChargeWindow, at: number): number {
  const { since, until = at + at - since } = spanAt(window, at);
  return until;
}

interface Use {
  readonly at: number;
  readonly points: number;
  readonly isOwn: boolean;
}

/** Moves a window over the uses, oldest first. Windows that hold nothing of the plan are not its own. */
function busiest(uses: readonly Use[], window: ChargeWindow): Pick<QuotaUse, 'peak' | 'peakAt'> {
  let peak = 0;
  let peakAt = 0;
  let sum = 0;
  let own = 0;
  let oldest = 0;
  let span = spanAt(window, uses[0]?.at ?? 0);
  for (const { at, points, isOwn } of uses) {
    sum += points;
    own += Number(isOwn);
    // A day of a calendar is not worked out anew for each of thousands of uses.
    if (at >= (span.until ?? at)) span = spanAt(window, at);
    for (let gone = uses[oldest]; gone && gone.at <= span.since; gone = uses[oldest]) {
      sum -= gone.points;
      own -= Number(gone.isOwn);
      oldest += 1;
    }
    if (own > 0 && sum > peak) [peak, peakAt] = [sum, at];
  }
  return { peak, peakAt: instant(peakAt) };
}
