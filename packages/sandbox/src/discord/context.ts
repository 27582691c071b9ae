import { createHash } from 'node:crypto';
import type { Answer } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { DiscordSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Discord = SandboxContext<DiscordSandboxSettings>;

/** A refusal in Discord's form. */
export function failure(
  status: number,
  code: number,
  message: string,
  errors?: Readonly<Record<string, unknown>>,
): Answer {
  return { status, body: { message, code, ...(errors && { errors }) } };
}

/** Ends a request with a refusal. */
export function refusal(status: number, code: number, message: string): Refusal {
  return new Refusal(failure(status, code, message));
}

/** Ends a request whose body has something wrong in one field. */
export function invalidForm(field: string, code: string, message: string): Refusal {
  const errors = { [field]: { _errors: [{ code, message }] } };
  return new Refusal(failure(400, 50_035, 'Invalid Form Body', errors));
}

/** An id that tells its moment, as all of Discord's do. */
export function snowflake({ database, clock }: Discord): string {
  const first = BigInt(Math.floor(clock.now()) - 1_420_070_400_000) << 22n;
  for (let next = first; ; next += 1n) {
    const id = next.toString();
    if (!database.one('SELECT 1 FROM message WHERE id = ?', id)) return id;
  }
}

/** A hash of a text, for what must look random and be the same each time. */
export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
