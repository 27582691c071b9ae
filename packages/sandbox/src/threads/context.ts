import { createHash } from 'node:crypto';
import { Refusal } from '../http/refusal.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { ThreadsSettings } from './settings.ts';

/** What every part of the server works with. */
export type Threads = SandboxContext<ThreadsSettings>;

/** What Meta says when it says no. */
export interface GraphError {
  readonly message: string;
  readonly type?: string;
  readonly code: number;
  readonly subcode?: number;
  readonly transient?: boolean;
  readonly status?: number;
}

/** A refusal in Meta's envelope. */
export function graphAnswer({
  message,
  type = 'OAuthException',
  code,
  subcode,
  transient,
  status = 400,
}: GraphError) {
  const error = {
    message,
    type,
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    ...(transient && { is_transient: true }),
    fbtrace_id: hash(message).toString('base64url').slice(0, 11),
  };
  return { status, body: { error } };
}

/** Ends a request with a refusal. */
export function graphError(error: GraphError): Refusal {
  return new Refusal(graphAnswer(error));
}

/** What it says of a field that it does not take. */
export function invalidParameter(message: string): Refusal {
  return graphError({ message: `Invalid parameter: ${message}`, code: 100 });
}

/** What it says of something that is not there, or not for this account. */
export function objectMissing(id: string): Refusal {
  const message = `Unsupported request. Object with ID '${id}' does not exist or cannot be loaded.`;
  return graphError({ message, type: 'GraphMethodException', code: 100, subcode: 33 });
}

/** An id of 17 digits that nothing in a table has yet. */
export function freshId({ database, clock, seed }: Threads, table: string, text: string): string {
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
