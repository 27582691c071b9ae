import type { SqlValue } from './sql-database.ts';
import { storable } from './storable-text.ts';

/**
 * The statement that does for rows of values, all at once, what this one does for one of them; absent
 * where there is none. Its values are lists, one for each placeholder; what it reads begins with the
 * number of the row that asked, counted from 1.
 *
 * @param types - What PostgreSQL takes each placeholder for.
 */
export function statementForMany(sql: string, types: readonly string[]): string | undefined {
  const lists = types.map((type, index) => `$${index + 1}::${type}[]`).join(', ');
  const names = types.map((_, index) => `v${index + 1}`).join(', ');
  const given = `unnest(${lists}) WITH ORDINALITY AS given (${names}, turn)`;
  let count = 0;
  const filled = sql.replaceAll('?', () => `given.v${(count += 1)}`);
  if (count !== types.length || count === 0) return undefined;
  // Row by row, and by the same index as one alone: an offset keeps it from being made into a join.
  if (filled.startsWith('SELECT ')) {
    return `SELECT given.turn, found.* FROM ${given}, LATERAL (${filled} OFFSET 0) AS found`;
  }
  const [, update, where] = /^(UPDATE \w+ SET .*?) (WHERE .*)$/s.exec(filled) ?? [];
  if (update && where) return `${update} FROM ${given} ${where}`;
  const [, into, values, conflict = ''] =
    /^(INSERT INTO \w+ \([^)]*\))\s+VALUES \(([^()]*)\)(\s+ON CONFLICT .*)?$/s.exec(filled) ?? [];
  if (into && values) return `${into} SELECT ${values} FROM ${given} ORDER BY turn${conflict}`;
  return undefined;
}

/** Values for one of its placeholders, written as PostgreSQL writes a list. */
export function listOf(values: readonly SqlValue[]): string {
  return `{${values.map(inList).join(',')}}`;
}

function inList(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `"${storable(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
