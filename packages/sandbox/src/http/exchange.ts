import type { IncomingHttpHeaders } from 'node:http';
import type { Fault } from '../faults/fault.ts';

/** One request as a handler sees it: read whole, matched to a route. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The named parts of the route's path: `id`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Body fields, however the client encoded them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The client's address, for budgets counted per address. */
  readonly address: string;
  /** The fault that struck this request, for handlers that play a part in it. */
  readonly fault: Fault | undefined;
}

/** What goes back. Text and bytes are sent as they are, everything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken({ headers }: Exchange): string | undefined {
  return /^Bearer (?<token>\S+)$/i.exec(headers.authorization ?? '')?.groups?.['token'];
}
