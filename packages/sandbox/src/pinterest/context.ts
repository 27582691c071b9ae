import type { Answer } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { nextNumber } from '../people.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { PinterestSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Pinterest = SandboxContext<PinterestSandboxSettings>;

/** A no in Pinterest's words. */
export function problem(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

/** Ends a request with a no. */
export function pinterestError(status: number, code: number, message: string): Refusal {
  return new Refusal(problem(status, code, message));
}

/** What it says of a field that breaks a rule. */
export function invalid(message: string): Refusal {
  return pinterestError(400, 1, message);
}

/** A number that nothing here has yet. */
export function freshNumber(pinterest: Pinterest): string {
  return String(nextNumber(pinterest, 549_755_885_000));
}

/** A moment as Pinterest writes it, in whole seconds. */
export function pinterestMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
