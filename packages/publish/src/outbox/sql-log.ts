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
  filter: { readonly publication?: string; readonly client?: string },
): Promise<LogEntry[]> {
  const { publication, client } = filter;
  const rows =
    publication !== undefined
      ? await transaction.all<LogRow>(
          `SELECT * FROM log WHERE publication = ? ORDER BY chain, sequence`,
          publication,
        )
      : client !== undefined
        ? await transaction.all<LogRow>(
            `SELECT * FROM log WHERE chain = ? OR chain IN (SELECT account FROM publication WHERE client = ?) ORDER BY chain, sequence`,
            `client:${client}`,
            client,
          )
        : await transaction.all<LogRow>(`SELECT * FROM log ORDER BY chain, sequence`);
  return rows.map(toLogEntry);
}

function toLogEntry({ publication, data, ...row }: LogRow): LogEntry {
  return {
    ...row,
    ...(publication === null ? {} : { publication }),
    data: JSON.parse(data) as LogData,
  };
}
