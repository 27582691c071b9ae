import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { hash } from './identity.ts';

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

/** How Meta words a fault that answers. */
export function faultAnswer({ effect, status = 500 }: Fault): Answer {
  if (effect === 'rate-limit') {
    return graphAnswer({ message: 'User request limit reached', code: 17 });
  }
  if (effect === 'expire-token') {
    const message = 'Error validating access token: Session has expired.';
    return graphAnswer({ message, code: 190, subcode: 463 });
  }
  if (effect === 'reject-after-commit')
    return graphAnswer({ message: 'Invalid parameter', code: 100 });
  const message = 'An unexpected error has occurred. Please retry your request later.';
  return graphAnswer({ message, code: 2, transient: true, status });
}
