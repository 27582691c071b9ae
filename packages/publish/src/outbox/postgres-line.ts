import type { PoolClient, QueryResult } from 'pg';
import type { SqlValue } from './sql-database.ts';
import { storable } from './storable-text.ts';

/**
 * A connection during one transaction. What is said at once travels together: each way to the server
 * and back costs more than what most statements do there.
 */
export interface PostgresLine {
  /** Begins a transaction and asks for the time by a statement; both leave with whatever is asked next. */
  begin(how: string, clock: string): Promise<void>;
  /** Sends what was said until now. */
  flush(): void;
  /** The time that was told. */
  readonly now: () => number;
  ask(sql: string, values: readonly SqlValue[]): Promise<QueryResult<object>>;
  /** The same, with rows as lists of what their columns hold. */
  askLists(sql: string, values: readonly SqlValue[]): Promise<QueryResult<unknown[]>>;
  /** Says something whose answer nobody waits for; it leaves with whatever is asked next. */
  tell(sql: string, values: readonly SqlValue[]): void;
  /** What PostgreSQL takes the placeholders of a statement for. */
  typesOf(sql: string): Promise<readonly string[]>;
  /** Whether PostgreSQL refused anything that was said. */
  readonly hasFailed: () => boolean;
  /** Ends the transaction; rejects with what went wrong first. */
  end(how: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

/** Opens the line for one transaction. */
export function openLine(client: PoolClient): PostgresLine {
  const { stream } = client.connection;
  let isHeld = false;
  let failed: { readonly error: unknown } | undefined;
  let time: number | undefined;

  function hold(): void {
    if (!isHeld) stream.cork();
    isHeld = true;
  }

  function send(): void {
    if (isHeld) stream.uncork();
    isHeld = false;
  }

  /** Waits for an answer. */
  async function heard<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    hold();
    try {
      return await answer();
    } catch (error) {
      // What follows in the same transaction only fails because this did.
      failed ??= { error };
      throw failed.error;
    }
  }

  const say = (sql: string, values: readonly SqlValue[]) =>
    heard(() => client.query<object>({ ...prepared(sql), values: values.map(storable) }));

  function soon<Answer>(answer: Promise<Answer>): Promise<Answer> {
    // Others may ask in the same breath.
    queueMicrotask(send);
    return answer;
  }

  const ask: PostgresLine['ask'] = (sql, values) => soon(say(sql, values));

  return {
    async begin(how, clock) {
      hold();
      const begun = client.query(how);
      const [told] = await Promise.all([say(clock, []), begun]);
      const [row] = told.rows as readonly { readonly now: number }[];
      time = row?.now;
    },
    flush: send,
    now() {
      if (time === undefined) throw new Error('the time is told with the first answer');
      return time;
    },
    ask,
    askLists: (sql, values) =>
      soon(
        heard(() =>
          client.query<unknown[]>({
            ...prepared(sql),
            values: values.map(storable),
            rowMode: 'array',
          }),
        ),
      ),
    tell(sql, values) {
      say(sql, values).catch(() => undefined);
    },
    async typesOf(sql) {
      const name = 'affiche_asked';
      const said = [
        `PREPARE ${name} AS ${numbered(sql)}`,
        `SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = '${name}'`,
        `DEALLOCATE ${name}`,
      ].map((each) => soon(heard(() => client.query<{ readonly types: readonly string[] }>(each))));
      const [, told] = await Promise.all(said);
      return told?.rows[0]?.types ?? [];
    },
    hasFailed: () => failed !== undefined,
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

function prepared(sql: string): Prepared {
  const known = statements.get(sql);
  if (known) return known;
  const text = numbered(sql);
  if (statements.size >= mostRemembered) return { text };
  const statement = { text, name: `affiche-${statements.size}` };
  statements.set(sql, statement);
  return statement;
}

/** PostgreSQL numbers its placeholders. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${(count += 1)}`);
}
