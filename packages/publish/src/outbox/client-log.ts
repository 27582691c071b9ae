import type { LogEntry } from './log-entry.ts';

/** An entry of the log, and whose its publication is now. */
export interface OwnedLogEntry {
  readonly entry: LogEntry;
  /** The client, empty for none; `null` where there is no publication. */
  readonly owner: string | null;
}

/**
 * What a client may read of chains, oldest first: of all that is somebody else's only the seals. So the
 * chains can still be checked, and what is left out is said.
 */
export function logOfClient(client: string, entries: readonly OwnedLogEntry[]): LogEntry[] {
  const owned = entries.map(ownerThen());
  // Who paused an account and why is about whoever had it then.
  const shared = new Set(
    owned.flatMap(({ entry, owner }) => (owner === null || owner === client ? [] : entry.chain)),
  );
  return owned.map(({ entry, owner }) => {
    const isTheirs = owner === null ? !shared.has(entry.chain) : owner === client;
    return isTheirs ? entry : withhold(entry);
  });
}

/** Whose a publication was when it happened: it may have been planned anew for another client since. */
function ownerThen(): (owned: OwnedLogEntry) => OwnedLogEntry {
  const owners = new Map<string, string>();
  return ({ entry, owner: ownerNow }) => {
    const { chain, publication, data } = entry;
    if (publication === undefined) return { entry, owner: null };
    const key = JSON.stringify([chain, publication]);
    const stated = data['client'];
    if (typeof stated === 'string') owners.set(key, stated);
    return { entry, owner: owners.get(key) ?? ownerNow ?? '' };
  };
}

function withhold({ chain, sequence, previous, hash }: LogEntry): LogEntry {
  return { chain, sequence, at: 0, event: 'withheld', data: {}, previous, hash, withheld: true };
}
