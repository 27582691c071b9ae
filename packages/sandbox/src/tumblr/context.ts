import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Person, personOf } from '../people.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { TumblrSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Tumblr = SandboxContext<TumblrSandboxSettings>;

/** A yes in Tumblr's envelope. */
export function envelope(status: number, response: object): Answer {
  return { status, body: { meta: { status, msg: status === 201 ? 'Created' : 'OK' }, response } };
}

/** A no in Tumblr's envelope, with a number of its own where there is one. */
export function problem(status: number, msg: string, code?: number, title = msg): Answer {
  const errors = code === undefined ? undefined : [{ title, code }];
  return { status, body: { meta: { status, msg }, response: [], errors } };
}

/** Ends a request with a no about what the post holds. */
export function invalid(title: string, code = 8001): Refusal {
  return new Refusal(problem(400, 'Bad Request', code, title));
}

/** Who asks, for the blog in the path; refuses anybody else. */
export function authenticate(tumblr: Tumblr, exchange: Exchange): Person {
  const person = personOf(tumblr, exchange);
  if (!person) throw new Refusal(problem(401, 'Unauthorized'));
  const { blog = person.id } = exchange.parameters;
  if (blog !== person.id) throw new Refusal(problem(404, 'Not Found'));
  return person;
}
