import { createHash } from 'node:crypto';
import type { SandboxContext } from '../start-sandbox.ts';

/** An id of 17 digits that nothing in a table has yet. */
export function freshId(
  { database, clock, seed }: Pick<SandboxContext<unknown>, 'database' | 'clock' | 'seed'>,
  table: string,
  text: string,
): string {
  for (let attempt = 0; ; attempt += 1) {
    const number = hash(`${seed} ${table} ${clock.now()} ${text} ${attempt}`).readUIntBE(0, 6);
    const id = `17${String(number).padStart(15, '0')}`;
    if (!database.one(`SELECT 1 FROM ${table} WHERE id = ?`, id)) return id;
  }
}

/** A hash of a text, for what must look random and be the same each time. */
export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A moment as Meta writes it: `2027-01-04T11:00:00+0000`. */
export function graphMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '+0000');
}
