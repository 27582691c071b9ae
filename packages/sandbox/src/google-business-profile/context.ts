import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Person, personOf } from '../people.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { GoogleBusinessProfileSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Business = SandboxContext<GoogleBusinessProfileSandboxSettings>;

/** A no in Google's words. */
export function problem(code: number, status: string, message: string, details?: object[]): Answer {
  return { status: code, body: { error: { code, message, status, details } } };
}

/** Ends a request with a no about one field. */
export function invalid(field: string, message: string): Refusal {
  const type = 'type.googleapis.com/google.mybusiness.v4.ValidationError';
  return new Refusal(
    problem(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.', [
      { '@type': type, errorDetails: [{ code: 3, field, message }] },
    ]),
  );
}

/** Ends a request for what is not there. */
export function notFound(): Refusal {
  return new Refusal(problem(404, 'NOT_FOUND', 'Requested entity was not found.'));
}

/** Who asks, for the place in the path; refuses anybody else. */
export function authenticate(business: Business, exchange: Exchange): Person {
  const person = personOf(business, exchange);
  if (!person) {
    throw new Refusal(problem(401, 'UNAUTHENTICATED', 'The request has no good credentials.'));
  }
  const { account, location } = exchange.parameters;
  const [, owner, , place] = person.id.split('/');
  const foreign =
    (account !== undefined && account !== owner) ||
    (location !== undefined && location.split(':')[0] !== place);
  if (foreign) {
    throw new Refusal(problem(403, 'PERMISSION_DENIED', 'The caller does not have permission.'));
  }
  return person;
}
