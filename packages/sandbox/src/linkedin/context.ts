import { createHash } from 'node:crypto';
import { Refusal } from '../http/refusal.ts';
import { readNote, writeNote } from '../notes.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { LinkedInSettings } from './settings.ts';

/** What every part of the server works with. */
export type LinkedIn = SandboxContext<LinkedInSettings>;

/** What LinkedIn says when it says no. */
export function linkedInError(status: number, code: string, message: string): Refusal {
  return new Refusal({ status, body: { status, code, message } });
}

/** What it says of a field that breaks a rule. */
export function fieldError(field: string, problem: string): Refusal {
  return linkedInError(422, 'INVALID_FIELD', `ERROR :: /${field} :: ${problem}`);
}

/** What it says of something that is not there. */
export function notFound(): Refusal {
  return linkedInError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** A number that nothing here has yet. */
export function freshNumber({ database }: LinkedIn): string {
  const next = Number(readNote(database, 'last-number') ?? 7_300_000_000_000_000) + 1;
  writeNote(database, 'last-number', String(next));
  return String(next);
}

/** A text that looks random and follows from others. */
export function secret({ seed }: LinkedIn, purpose: string): string {
  return createHash('sha256').update(`${seed} ${purpose}`).digest('base64url');
}
