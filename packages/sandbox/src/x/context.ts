import { createHash } from 'node:crypto';
import type { Answer } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { XSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type X = SandboxContext<XSandboxSettings>;

const titles: Readonly<Record<number, string>> = {
  400: 'Invalid Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found Error',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What X says when it says no. */
export function problemAnswer(status: number, detail: string, type = 'about:blank'): Answer {
  const title = titles[status] ?? 'Error';
  const known = type === 'about:blank' ? type : `https://api.x.com/2/problems/${type}`;
  return { status, body: { title, type: known, status, detail } };
}

/** A refusal as a handler throws it. */
export function refuse(status: number, detail: string, type?: string): Refusal {
  return new Refusal(problemAnswer(status, detail, type));
}

/** What X says of a request that breaks a rule. */
export function invalid(detail: string): Refusal {
  return refuse(400, detail, 'invalid-request');
}

// Ids count milliseconds from here, in their upper bits.
const epoch = 1_288_834_974_657n;

/** An id that sorts by time, as X's do: milliseconds, then 22 bits that follow from a text. */
export function snowflake(milliseconds: number, text: string): string {
  const low = BigInt(hash(text).readUInt32BE() >>> 10);
  return String(((BigInt(Math.floor(milliseconds)) - epoch) << 22n) | low);
}

/** An id that nothing in a table has yet. */
export function freshId({ database, clock, seed }: X, table: string, text: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = snowflake(clock.now(), `${seed} ${table} ${text} ${attempt}`);
    if (!database.one(`SELECT 1 FROM ${table} WHERE id = ?`, id)) return id;
  }
}

/** A hash of a text, for what must look random and be the same each time. */
export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
