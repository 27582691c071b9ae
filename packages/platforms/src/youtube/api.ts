import { type Account, instant, type PlatformIo } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { platformError } from '../step-result.ts';
import { youtubeErrors } from './errors.ts';
import { quotaResetAfter } from './quota-day.ts';

/** A call of one endpoint. */
export interface YouTubeCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'headers' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The path after the version: `/videos`. */
  readonly path: string;
  /** Whether it carries a file, for which there is an address of its own. */
  readonly upload?: boolean;
}

/** Where the interface of an account is. */
export function youtubeOrigin(account: Account): string {
  return serverOrigin(account, 'youtube.googleapis.com');
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export async function callYouTube<Body>(
  account: Account,
  { path, upload = false, headers, ...call }: YouTubeCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const answer = await send(
    {
      ...call,
      url: `${youtubeOrigin(account)}${upload ? '/upload' : ''}/youtube/v3${path}`,
      headers: { ...headers, authorization: `Bearer ${io.credentials['accessToken'] ?? ''}` },
    },
    io,
  );
  observe(answer, io);
  return answer;
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readYouTube<Body>(
  account: Account,
  call: Pick<YouTubeCall<Body>, 'path' | 'search' | 'answer'>,
  io: PlatformIo,
): Promise<Body> {
  const whole = { ...call, method: 'get', timeoutSeconds: 30 } as const;
  const answer = await callYouTube(account, whole, io);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseYouTube(answer, whole, io));
}

/** What a failed call means. A day’s quota is waited for until it is whole again. */
export function diagnoseYouTube(
  answer: Unanswered,
  { method, path }: Pick<YouTubeCall<unknown>, 'method' | 'path'>,
  io: PlatformIo,
): Diagnosis {
  const now = io.clock.now();
  const diagnosis = diagnose(answer, `${method.toUpperCase()} ${path}`, youtubeErrors, now);
  const { failure } = diagnosis;
  if (failure.kind !== 'quota') return diagnosis;
  const retryAt =
    failure.code === 'uploadLimitExceeded'
      ? instant(now + 86_400_000)
      : quotaResetAfter(instant(now));
  return { ...diagnosis, failure: { ...failure, retryAt } };
}

/** No answer says how many units are left: only that there are none. */
function observe(answer: Answer<unknown>, io: PlatformIo): void {
  if (answer.outcome !== 'refused') return;
  const { code = '' } = youtubeErrors.read(answer.body);
  if (code !== 'quotaExceeded' && code !== 'dailyLimitExceeded') return;
  const resetAt = quotaResetAfter(instant(io.clock.now()));
  io.observeRate({ bucket: 'units', remaining: 0, resetAt, refused: true });
}
