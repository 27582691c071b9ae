import type { Answer } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { nextNumber } from '../people.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { TikTokSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type TikTok = SandboxContext<TikTokSandboxSettings>;

/** A yes in TikTok's envelope, which has an error that is none. */
export function envelope(data: unknown): Answer {
  return { status: 200, body: { data, error: { code: 'ok', message: '', log_id: 'sandbox' } } };
}

/** A no in TikTok's envelope. */
export function problem(status: number, code: string, message = code): Answer {
  return { status, body: { error: { code, message, log_id: 'sandbox' } } };
}

/** Ends a request with a no. */
export function tiktokError(status: number, code: string, message?: string): Refusal {
  return new Refusal(problem(status, code, message));
}

/** What it says of a field that breaks a rule. */
export function invalid(message: string): Refusal {
  return tiktokError(400, 'invalid_params', message);
}

/** A number that nothing here has yet. */
export function freshNumber(tiktok: TikTok): string {
  return String(nextNumber(tiktok, 123_456_000));
}
