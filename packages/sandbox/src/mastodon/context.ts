import { createHash } from 'node:crypto';
import { Refusal } from '../http/refusal.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { MastodonSettings } from './settings.ts';

/** What every part of the server works with. */
export type Mastodon = SandboxContext<MastodonSettings>;

/** What a Mastodon server says when it says no. */
export function mastodonError(status: number, error: string): Refusal {
  return new Refusal({ status, body: { error } });
}

/** What it says of a post that breaks a rule. */
export function validationFailed(problem: string): Refusal {
  return mastodonError(422, `Validation failed: ${problem}`);
}

/** What it says of something that is not there, or not for this reader. */
export function recordNotFound(): Refusal {
  return mastodonError(404, 'Record not found');
}

/** An id that sorts by time, as Mastodon's do: milliseconds, then 16 bits that follow from a text. */
export function snowflake(milliseconds: number, text: string): string {
  const low = hash(text).readUInt16BE();
  return String((BigInt(Math.floor(milliseconds)) << 16n) | BigInt(low));
}

/** An id that nothing in a table has yet. */
export function freshId({ database, clock, seed }: Mastodon, table: string, text: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = snowflake(clock.now(), `${seed} ${table} ${text} ${attempt}`);
    if (!database.one(`SELECT 1 FROM ${table} WHERE id = ?`, id)) return id;
  }
}

/** A hash of a text, for what must look random and be the same each time. */
export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Orders ids as numbers, which is how time orders them. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
