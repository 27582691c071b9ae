import { allowInsecureRequests, customFetch } from 'oauth4webapi';
import { translateError, TimedOut } from './oauth-error.ts';

/** How servers are asked. */
export interface ExchangeOptions {
  /** @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch;
  /**
   * How long one answer may take, in seconds.
   *
   * @defaultValue 30
   */
  readonly requestSeconds?: number;
  readonly signal?: AbortSignal;
}

// An answer with tokens has a few thousand.
const mostBytes = 1_000_000;

/** Asks a server; whatever goes wrong comes out as an error of ours, without secrets. */
export async function exchange<Result>(
  { server, secrets, signal }: Exchange,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw translateError(error, { server, secrets });
  }
}

interface Exchange {
  /** The server's origin, for messages. */
  readonly server: string;
  /** What must not be told. */
  readonly secrets: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** The library's options for one request: bounded in time and size, over TLS unless to this machine. */
export function openExchange(endpoint: string, options: ExchangeOptions) {
  return {
    [customFetch]: (url: string, { method, headers, body }: LibraryRequest) =>
      askBounded(url, { method, headers, ...(body ? { body } : {}) }, options),
    [allowInsecureRequests]: isLoopback(new URL(endpoint).hostname),
  };
}

interface LibraryRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: URLSearchParams | undefined;
}

/** Asks once, and reads the whole answer before anybody looks at it. */
export async function askBounded(
  url: string,
  init: RequestInit,
  { fetch = globalThis.fetch, requestSeconds = 30, signal }: ExchangeOptions,
): Promise<Response> {
  const timer = AbortSignal.timeout(requestSeconds * 1000);
  const both = AbortSignal.any([timer, ...(signal ? [signal] : [])]);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: both });
    const body = await readBounded(response);
    const { status, headers } = response;
    // A body is not allowed with these.
    return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
  } catch (error) {
    if (timer.aborted) throw new TimedOut(`no answer within ${requestSeconds} seconds`);
    throw error;
  }
}

/** The same answer, of the kind of token that everybody means who says none, as Meta and LinkedIn. */
export async function asBearer(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await response.text();
  const body = parseObject(text);
  const silent = body !== undefined && 'access_token' in body && !('token_type' in body);
  return new Response(silent ? JSON.stringify({ ...body, token_type: 'bearer' }) : text, {
    status,
    headers,
  });
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

async function readBounded(response: Response): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('the answer does not end');
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

/** Whether a host name means this machine, where nobody listens on the line. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
