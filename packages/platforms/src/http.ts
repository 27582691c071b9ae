import { type PlatformIo, redact } from '@affiche/core';
import type { z } from 'zod';
import { readBounded } from './bounded-body.ts';

/** One HTTP request, and what its answer must look like. */
export interface Call<Body> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** The whole address; `origin.ts` decides which ones are allowed. */
  readonly url: string;
  readonly search?: Readonly<
    Record<string, string | number | boolean | readonly string[] | undefined>
  >;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly json?: unknown;
  readonly body?: Uint8Array<ArrayBuffer> | FormData | URLSearchParams;
  /** The part of the answer that is read; everything else is ignored. */
  readonly answer: z.ZodType<Body>;
  /** For how many seconds to wait, for the headers and the body together. */
  readonly timeoutSeconds: number;
}

/** How a request ended. Nothing is thrown: a caller that must decide needs every case as data. */
export type Answer<Body> =
  | {
      readonly outcome: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly body: Body;
    }
  /** The server said no, or sent us elsewhere. */
  | {
      readonly outcome: 'refused';
      readonly status: number;
      readonly headers: Headers;
      readonly body: unknown;
    }
  /** The server said yes in words that nobody understands. */
  | { readonly outcome: 'unreadable'; readonly status: number; readonly why: string }
  /** Bytes may have left, and no answer came. */
  | { readonly outcome: 'lost'; readonly why: string }
  /** No byte of the request left. */
  | { readonly outcome: 'not-sent'; readonly why: string };

/** Every way of failing. */
export type Unanswered = Exclude<Answer<never>, { outcome: 'answered' }>;

/**
 * Sends one request, once: no retry, no redirect, a bounded answer, and every failure as data.
 */
export async function send<Body>(
  call: Call<Body>,
  { fetch, signal }: Pick<PlatformIo, 'fetch' | 'signal'>,
): Promise<Answer<Body>> {
  if (signal?.aborted) return { outcome: 'not-sent', why: 'it was aborted before it left' };
  // Loaded with the first request: it wakes up all of the runtime's networking, which planning needs not.
  const { default: ky } = await import('ky');
  const deadline = AbortSignal.timeout(call.timeoutSeconds * 1000);
  try {
    const response = await ky(call.url, {
      method: call.method,
      fetch,
      retry: 0,
      timeout: false,
      redirect: 'manual',
      throwHttpErrors: false,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: { accept: 'application/json', ...call.headers },
      ...(call.search && { searchParams: parameters(call.search) }),
      ...(call.json !== undefined && { json: call.json }),
      ...(call.body && { body: call.body }),
    });
    return await readAnswer(call, response);
  } catch (error) {
    return unanswered(error, deadline);
  }
}

async function readAnswer<Body>(call: Call<Body>, response: Response): Promise<Answer<Body>> {
  const { status, headers } = response;
  const text = await readBounded(response);
  const body = text === undefined ? undefined : parseJson(text);
  if (!response.ok) return { outcome: 'refused', status, headers, body: body ?? text };
  const parsed = call.answer.safeParse(body);
  if (parsed.success) return { outcome: 'answered', status, headers, body: parsed.data };
  const why =
    text === undefined
      ? 'the answer is too long'
      : `the answer is not what was expected: ${parsed.error.issues
          .slice(0, 3)
          .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
          .join('; ')}`;
  return { outcome: 'unreadable', status, why };
}

function unanswered(error: unknown, deadline: AbortSignal): Unanswered {
  const causes = causeChain(error);
  const code = causes.map((each) => each.code).find((each) => each !== undefined);
  const why = redact(
    deadline.aborted
      ? 'no answer came in time'
      : causes.map(({ message }) => message).join(': ') || 'the connection failed',
  );
  const sent = !causes.some(({ message }) => unsent.has(code ?? message));
  return { outcome: sent ? 'lost' : 'not-sent', why };
}

// Failures that happen before the first byte of a request can leave. A reset or a broken pipe is
// none of them: the server may have read everything by then.
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'bad port',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function causeChain(error: unknown): { message: string; code: string | undefined }[] {
  const chain: { message: string; code: string | undefined }[] = [];
  for (let each = error; each instanceof Error && chain.length < 5; each = each.cause) {
    const code = 'code' in each && typeof each.code === 'string' ? each.code : undefined;
    chain.push({ message: each.message, code });
  }
  return chain;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A list becomes a parameter that is repeated. */
function parameters(search: NonNullable<Call<unknown>['search']>): [string, string][] {
  return Object.entries(search).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each): [string, string] => [name, String(each)]),
  );
}
