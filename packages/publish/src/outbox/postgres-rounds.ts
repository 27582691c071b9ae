import type { PostgresLine } from './postgres-line.ts';
import { listOf, statementForMany } from './postgres-many.ts';
import type { SqlValue } from './sql-database.ts';

/** What a statement that locks rows says of it. */
export const forUpdate = ' FOR UPDATE';

/** The table of which a statement locks the row that its last value names; absent where it locks none. */
export function lockedTable(sql: string): string | undefined {
  const end = sql.lastIndexOf(forUpdate);
  if (end < 0) return undefined;
  const read = sql.slice(0, end);
  // One that is worded in another way still keeps others off what it says itself.
  return /FROM (\w+)\s+WHERE \w+ = \?$/.exec(read)?.[1] ?? read;
}

/** The statements for many that are known so far, by the statement for one; `null` where there is none. */
export type Wordings = Map<string, string | null>;

/** What one of several has to say. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** Where its answer goes; absent where nobody waits for it. */
  readonly answer?: Answer;
}

interface Answer {
  readonly wants: 'rows' | 'count';
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** What several say at once. */
export interface Round {
  readonly sql: string;
  readonly statements: Statement[];
}

/** Puts a statement beside its like, not before the given round; tells which round that is. */
export function place(rounds: Round[], statement: Statement, from: number): number {
  const { sql, answer } = statement;
  // How many rows changed cannot be told apart.
  const joins = answer?.wants !== 'count';
  const found = joins ? rounds.findIndex((round, index) => index >= from && round.sql === sql) : -1;
  if (found >= 0) rounds[found]?.statements.push(statement);
  return found >= 0 ? found : rounds.push({ sql: joins ? sql : '', statements: [statement] }) - 1;
}

/** Says all of a round: in one statement, where there is one for many. */
export function send(line: PostgresLine, { sql, statements }: Round, wordings: Wordings): void {
  const wording = statements.length > 1 ? wordings.get(sql) : undefined;
  if (wording) sendMany(line, wording, statements);
  else for (const statement of statements) sendOne(line, statement);
}

function sendOne(line: PostgresLine, { sql, values, answer }: Statement): void {
  if (!answer) return line.tell(sql, values);
  const { wants, resolve, reject } = answer;
  line
    .ask(sql, values)
    .then(
      ({ rows, rowCount }) => resolve((wants === 'rows' ? rows : (rowCount ?? 0)) as never),
      reject,
    );
}

function sendMany(line: PostgresLine, wording: string, statements: readonly Statement[]): void {
  const inOrder = wording.includes(forUpdate) ? inLockingOrder(statements) : statements;
  const width = inOrder[0]?.values.length ?? 0;
  const lists = Array.from({ length: width }, (_, column) =>
    listOf(inOrder.map(({ values }) => values[column] ?? null)),
  );
  if (statements.every(({ answer }) => answer === undefined)) return line.tell(wording, lists);
  void tellApart(line.askLists(wording, lists), inOrder);
}

/** Gives each its rows of an answer that is for all of them. */
async function tellApart(
  answered: ReturnType<PostgresLine['askLists']>,
  statements: readonly Statement[],
): Promise<void> {
  try {
    const { rows, fields } = await answered;
    const names = fields.map(({ name }) => name);
    const found: object[][] = statements.map(() => []);
    for (const columns of rows) {
      const row: Record<string, unknown> = {};
      for (let index = 1; index < names.length; index += 1) {
        row[names[index] ?? ''] = columns[index];
      }
      found[Number(columns[0]) - 1]?.push(row);
    }
    for (const [index, { answer }] of statements.entries()) answer?.resolve(found[index] as never);
  } catch (error) {
    for (const { answer } of statements) answer?.reject(error);
  }
}

/** One order for rows of one kind, so that two transactions cannot wait for each other. */
function inLockingOrder(statements: readonly Statement[]): Statement[] {
  const key = ({ values }: Statement) => String(values[0]);
  return statements.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Asks PostgreSQL what the placeholders of statements are. */
export async function learnWordings(
  line: PostgresLine,
  rounds: readonly Round[],
  wordings: Wordings,
): Promise<void> {
  await Promise.all(
    rounds.map(async ({ sql }) => {
      // One that is not understood says itself what is wrong.
      const types = await line.typesOf(sql).catch(() => undefined);
      if (types) wordings.set(sql, statementForMany(sql, types) ?? null);
    }),
  );
}
