import { createHash } from 'node:crypto';
import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { TelegramSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Telegram = SandboxContext<TelegramSandboxSettings>;

/** What a method answers when all is well. */
export function success(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } };
}

/** A refusal in Telegram's envelope. */
export function failure(
  status: number,
  description: string,
  parameters?: Readonly<Record<string, number>>,
): Answer {
  const body = { ok: false, error_code: status, description, ...(parameters && { parameters }) };
  return { status, body };
}

/** Ends a request that asks for something that cannot be. */
export function badRequest(why: string, parameters?: Readonly<Record<string, number>>): Refusal {
  return new Refusal(failure(400, `Bad Request: ${why}`, parameters));
}

/** A field of the body or of the query, wherever the client put it; forms hold JSON as text. */
export function field({ fields, query }: Exchange, name: string): unknown {
  const value = fields[name] ?? query.get(name) ?? undefined;
  if (typeof value !== 'string' || !/^[[{]|^(?:true|false|-?\d+)$/.test(value)) return value;
  try {
    return textual.has(name) ? value : (JSON.parse(value) as unknown);
  } catch {
    return value;
  }
}

// What people write may look like JSON, and is none.
const textual = new Set(['text', 'caption', 'question']);

/** A field that is a text; a number is the text of its digits. */
export function textField(exchange: Exchange, name: string): string {
  const value = field(exchange, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A hash of a text, for what must look random and be the same each time. */
export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
