import { createHash } from 'node:crypto';
import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { WordPressSandboxSettings } from './settings.ts';

/** What every part of the blog works with. */
export type WordPress = SandboxContext<WordPressSandboxSettings>;

/** A refusal in WordPress's form. */
export function failure(status: number, code: string, message: string, data: object = {}): Answer {
  return { status, body: { code, message, data: { status, ...data } } };
}

/** Ends a request with a refusal. */
export function refusal(status: number, code: string, message: string, data?: object): Refusal {
  return new Refusal(failure(status, code, message, data));
}

/** A parameter, from the body or the address. */
export function parameter({ fields, query }: Exchange, name: string): string | undefined {
  const value = fields[name] ?? query.get(name) ?? undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** An answer with only the fields that were asked for. */
export function chosen(exchange: Exchange, body: object): object {
  const names = exchange.query.get('_fields')?.split(',');
  if (!names) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
}

/** One page of a list, with the two headers that count it. */
export function page(exchange: Exchange, views: readonly object[], standard = 10): Answer {
  const size = Math.min(100, Math.max(1, Number(exchange.query.get('per_page') ?? standard)));
  const start = (Math.max(1, Number(exchange.query.get('page') ?? 1)) - 1) * size;
  return {
    status: 200,
    headers: {
      'x-wp-total': String(views.length),
      'x-wp-totalpages': String(Math.ceil(views.length / size)),
    },
    body: views.slice(start, start + size).map((view) => chosen(exchange, view)),
  };
}

/** A moment as WordPress writes it: without a zone, and without fractions of a second. */
export function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}

/** A hash of a text, for what must look random and be the same each time. */
export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
