import { logOfClient } from './client-log.ts';
import { type LogData, type LogEntry, type LogEvent, sealLogEntry } from './log-entry.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';

/** What to write into the log. */
export interface LogLine {
  readonly chain: string;
  readonly publication?: string;
  readonly event: LogEvent;
  readonly data?: LogData;
}

/** Appends to the log within a transaction, each line sealed to the one before it. */
export async function appendLog(
  transaction: SqlTransaction,
  { forUpdate }: Pick<SqlDatabase, 'forUpdate'>,
  lines: readonly LogLine[],
  known?: ReadonlyMap<string, ChainHead>,
): Promise<void> {
  const heads = new Map<string, ChainHead>();
  // In one order, so that two writers cannot wait for each other.
  for (const chain of [...new Set(lines.map((line) => line.chain))].toSorted()) {
    heads.set(chain, known?.get(chain) ?? (await lockChain(transaction, forUpdate, chain)));
  }
  for (const { chain, publication, event, data = {} } of lines) {
    const { sequence, hash: previous } = heads.get(chain) ?? { sequence: 0, hash: '' };
    const entry = {
      chain,
      sequence: sequence + 1,
      at: transaction.now,
      ...(publication === undefined ? {} : { publication }),
      event,
      data,
      previous,
    };
    const hash = sealLogEntry(entry);
    heads.set(chain, { sequence: entry.sequence, hash });
    transaction.later(
      `INSERT INTO log (chain, sequence, at, publication, event, data, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      chain,
      entry.sequence,
      entry.at,
      publication ?? null,
      event,
      JSON.stringify(data),
      previous,
      hash,
    );
  }
  for (const [chain, { sequence, hash }] of heads) {
    transaction.later(
      `UPDATE chain SET sequence = ?, hash = ? WHERE name = ?`,
      sequence,
      hash,
      chain,
    );
  }
}

/** The end of a chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Reads the end of a chain and keeps other writers from it; begins one where there is none. */
export async function lockChain(
  transaction: SqlTransaction,
  forUpdate: string,
  chain: string,
): Promise<ChainHead> {
  const read = () =>
    first<ChainHead>(
      transaction,
      `SELECT sequence, hash FROM chain WHERE name = ?${forUpdate}`,
      chain,
    );
  const known = await read();
  if (known) return known;
  transaction.later(
    `INSERT INTO chain (name, sequence, hash) VALUES (?, 0, '') ON CONFLICT (name) DO NOTHING`,
    chain,
  );
  return (await read()) ?? { sequence: 0, hash: '' };
}

interface LogRow {
  readonly chain: string;
  readonly sequence: number;
  readonly at: number;
  readonly publication: string | null;
  readonly event: LogEvent;
  readonly data: string;
  readonly previous: string;
  readonly hash: string;
}

/** Reads the log, oldest first within each chain. */
export async function readLog(
  transaction: SqlTransaction,
  { publication, client }: { readonly publication?: string; readonly client?: string },
): Promise<LogEntry[]> {
  if (publication === undefined && client !== undefined) return readLogOf(transaction, client);
  const theirs = publication === undefined ? '' : 'WHERE publication = ?';
  const rows = await transaction.all<LogRow>(
    `SELECT * FROM log ${theirs} ORDER BY chain, sequence`,
    ...(publication === undefined ? [] : [publication]),
  );
  return rows.map(toLogEntry);
}

/** Whole chains, because a part of one proves nothing; what is somebody else's in them is withheld. */
async function readLogOf(transaction: SqlTransaction, client: string): Promise<LogEntry[]> {
  const rows = await transaction.all<LogRow & { readonly owner: string | null }>(
    `SELECT log.*, publication.client AS owner
     FROM log LEFT JOIN publication ON publication.id = log.publication
     WHERE log.chain = ? OR log.chain IN (SELECT account FROM publication WHERE client = ?)
     ORDER BY log.chain, log.sequence`,
    `client:${client}`,
    client,
  );
  const owned = rows.map(({ owner, ...row }) => ({ entry: toLogEntry(row), owner }));
  return logOfClient(client, owned);
}

function toLogEntry({ publication, data, ...row }: LogRow): LogEntry {
  return {
    ...row,
    ...(publication === null ? {} : { publication }),
    data: JSON.parse(data) as LogData,
  };
}
