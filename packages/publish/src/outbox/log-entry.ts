import { createHash } from 'node:crypto';
import { canonicalJson } from '@affiche/core';

/** What the log tells. */
export type LogEvent =
  | 'planned'
  | 'changed'
  | 'cancelled'
  | 'stop-requested'
  | 'rescheduled'
  | 'retimed'
  | 'confirmed'
  | 'retry-requested'
  | 'armed'
  | 'done'
  | 'done-again'
  | 'pending'
  | 'rejected'
  | 'ambiguous'
  | 'absent'
  | 'inconclusive'
  | 'not-sent'
  | 'undone'
  | 'waiting'
  | 'parked'
  | 'resent-by-policy'
  | 'failed'
  | 'stopped'
  | 'missed'
  | 'paused'
  | 'resumed'
  | 'withheld';

/** What a line of the log holds besides its event: anything JSON can say. */
export type LogData = Readonly<Record<string, unknown>>;

/**
 * One line of the log. Each holds the hash of the one before it, so none can be changed or taken out
 * between others unseen. Whoever kept the newest hash of a chain also sees when its end is missing.
 */
export interface LogEntry {
  /** The account key; pauses of a client or of everything have a chain of their own. */
  readonly chain: string;
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly publication?: string;
  readonly event: LogEvent;
  readonly data: LogData;
  /** The hash of the entry before, empty for the first. */
  readonly previous: string;
  readonly hash: string;
  /**
   * Set in the log of a client on what is somebody else's: told are its place in the chain and the seals
   * that hold the chain together, and nothing else. The event is `withheld`, the moment 0.
   */
  readonly withheld?: true;
}

/** The hash that seals an entry: its content hash, made by the machine's own SHA-256. */
export function sealLogEntry(entry: Omit<LogEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}

/**
 * The first entry of an exported log that does not follow from the one before it; absent when the
 * log is whole. Entries of several chains may be mixed, each in order and from its beginning: the log of
 * a single publication is a part of one, and follows from nothing. Of an entry that was withheld only
 * the place can be checked: nothing before or after it was changed, added or taken out.
 *
 * ```ts
 * import { findBrokenLogEntry } from '@affiche/publish';
 *
 * findBrokenLogEntry([]); // => undefined
 * ```
 */
export function findBrokenLogEntry(entries: readonly LogEntry[]): LogEntry | undefined {
  const heads = new Map<string, { sequence: number; hash: string }>();
  return entries.find(({ hash, withheld, ...entry }) => {
    const head = heads.get(entry.chain) ?? { sequence: 0, hash: '' };
    heads.set(entry.chain, { sequence: entry.sequence, hash });
    return (
      entry.sequence !== head.sequence + 1 ||
      entry.previous !== head.hash ||
      (!withheld && sealLogEntry(entry) !== hash)
    );
  });
}
