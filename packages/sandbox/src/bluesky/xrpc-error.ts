import { Refusal } from '../http/refusal.ts';

/** What a PDS says when it says no. */
export function xrpcError(
  status: number,
  error: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal({ status, headers, body: { error, message } });
}

/** The most common no. */
export function invalidRequest(message: string): Refusal {
  return xrpcError(400, 'InvalidRequest', message);
}

/** What a PDS answers to a mistake of its own, such as a record key that is taken. */
export function internalServerError(): Refusal {
  return xrpcError(500, 'InternalServerError', 'Internal Server Error');
}
