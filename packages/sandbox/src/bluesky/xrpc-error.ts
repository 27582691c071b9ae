import { Refusal } from '../http/refusal.ts';

/** What a PDS says when it says no. */
export function xrpcError(
  status: number,
  error: string,
  message: string,
  options: { readonly uncounted?: boolean } = {},
): Refusal {
  return new Refusal({ status, body: { error, message } }, options);
}

/** The most common no. */
export function invalidRequest(message: string): Refusal {
  return xrpcError(400, 'InvalidRequest', message);
}

/** The no to a request that does not even have the right form, said before it is counted. */
export function badInput(message: string): Refusal {
  return xrpcError(400, 'InvalidRequest', message, { uncounted: true });
}

/** The no to a token, said before the request is counted. */
export function badToken(message: string): Refusal {
  return xrpcError(400, 'InvalidToken', message, { uncounted: true });
}

/** The no to a request without a token, said before it is counted. */
export function authMissing(): Refusal {
  return xrpcError(401, 'AuthMissing', 'Authentication Required', { uncounted: true });
}

/** What a PDS answers to a mistake of its own, such as a record key that is taken. */
export function internalServerError(options: { readonly uncounted?: boolean } = {}): Refusal {
  return xrpcError(500, 'InternalServerError', 'Internal Server Error', options);
}
