import type { PoolClient, QueryResult } from 'pg';
import type { SqlValue } from './sql-database.ts';
import { storable } from './storable-text.ts';

/**
 * A connection during one transaction. What is said at once travels together: each way to the server
 * and back costs more than what most statements do there.
 */
export interface PostgresLine {
  /** Begins a transaction, and tells the time by a statement that asks for it. */
  begin(how: string, clock: string): Promise<number>;
  ask(sql: string, values: readonly SqlValue[]): Promise<QueryResult<object>>;
  /** Says something whose answer nobody waits for; it leaves with whatever is asked next. */
  tell(sql: string, values: readonly SqlValue[]): void;
  /** Ends the transaction; rejects with what went wrong first. */
  end(how: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

/** Opens the line for one transaction. */
export function openLine(client: PoolClient): PostgresLine {
  const { stream } = client.connection;
  let isHeld = false;
  let failed: { readonly error: unknown } | undefined;

  function hold(): void {
    if (!isHeld) stream.cork();
    isHeld = true;
  }

  function send(): void {
    if (isHeld) stream.uncork();
    isHeld = false;
  }

  async function say(sql: string, values: readonly SqlValue[]): Promise<QueryResult<object>> {
    hold();
    try {
      return await client.query<object>({ ...prepared(sql), values: values.map(storable) });
    } catch (error) {
      // What follows in the same transaction only fails because this did.
      failed ??= { error };
      throw failed.error;
    }
  }

  function ask(sql: string, values: readonly SqlValue[]): Promise<QueryResult<object>> {
    const answer = say(sql, values);
    // Others may ask in the same breath.
    queueMicrotask(send);
    return answer;
  }

  return {
    async begin(how, clock) {
      hold();
      const begun = client.query(how);
      const [told] = await Promise.all([ask(clock, []), begun]);
      const [row] = told.rows as readonly { readonly now: number }[];
      return row?.now ?? Number.NaN;
    },
    ask,
    tell(sql, values) {
      say(sql, values).catch(() => undefined);
    },
    async end(how) {
      hold();
      const ended = client.query(how);
      send();
      await ended;
      // A transaction of which a part failed ends without a word.
      if (how === 'COMMIT' && failed) throw failed.error;
    },
  };
}

interface Prepared {
  readonly text: string;
  /** By this name a connection remembers how it means to run the statement. */
  readonly name?: string;
}

const statements = new Map<string, Prepared>();
/** Lists of values make ever new statements: those are not worth remembering. */
const mostRemembered = 200;

/** PostgreSQL numbers its placeholders. */
function prepared(sql: string): Prepared {
  const known = statements.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replaceAll('?', () => `$${(count += 1)}`);
  if (statements.size >= mostRemembered) return { text };
  const statement = { text, name: `affiche-${statements.size}` };
  statements.set(sql, statement);
  return statement;
}
