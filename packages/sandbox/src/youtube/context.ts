import { createHash } from 'node:crypto';
import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { readNote, writeNote } from '../notes.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { YouTubeSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type YouTube = SandboxContext<YouTubeSandboxSettings>;

/** A no in Google's envelope. */
export function problem(
  code: number,
  reason: string,
  { message = reason, domain = 'youtube.api' } = {},
): Answer {
  return {
    status: code,
    body: { error: { code, message, errors: [{ message, domain, reason }] } },
  };
}

/** Ends a request with a no. */
export function youtubeError(code: number, reason: string, message?: string): Refusal {
  return new Refusal(problem(code, reason, message === undefined ? {} : { message }));
}

/** A list in Google's envelope. */
export function list(kind: string, items: readonly unknown[], { query }: Exchange): Answer {
  const size = Number(query.get('maxResults') ?? 5);
  const start = Number(Buffer.from(query.get('pageToken') ?? '', 'base64url').toString()) || 0;
  const end = start + size;
  const more = end < items.length;
  return {
    status: 200,
    body: {
      kind: `youtube#${kind}ListResponse`,
      items: items.slice(start, end),
      pageInfo: { totalResults: items.length, resultsPerPage: size },
      ...(more && { nextPageToken: Buffer.from(String(end)).toString('base64url') }),
    },
  };
}

/** An id that nothing here has yet, of as many characters as YouTube's have. */
export function freshId(youtube: YouTube, kind: string, length: number): string {
  const next = Number(readNote(youtube.database, 'last-number') ?? 0) + 1;
  writeNote(youtube.database, 'last-number', String(next));
  return secret(youtube, `${kind} ${next}`).slice(0, length);
}

/** A text that looks random and follows from others. */
export function secret({ seed }: YouTube, purpose: string): string {
  return createHash('sha256').update(`${seed} ${purpose}`).digest('base64url');
}

/** A moment as YouTube writes it, in whole seconds. */
export function youtubeMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
