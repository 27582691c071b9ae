import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Person, personOf } from '../people.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { RedditSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Reddit = SandboxContext<RedditSandboxSettings>;

/** A no of the server itself. */
export function problem(status: number, message: string): Answer {
  return { status, body: { message, error: status } };
}

/** A no about the form: it comes with the status of a yes. */
export function formError(code: string, words: string, field: string, more: object = {}): Refusal {
  return new Refusal({
    status: 200,
    body: { json: { errors: [[code, words, field]], ...more } },
  });
}

/** Who asks; refuses a token that is not good. */
export function authenticate(reddit: Reddit, exchange: Exchange): Person {
  const person = personOf(reddit, exchange);
  if (!person) throw new Refusal(problem(401, 'Unauthorized'));
  return person;
}

/** A field of a form, as text. */
export function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
