import { type Account, ConfigurationError, instant, type PlatformIo, redact } from '@affiche/core';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { discordErrors } from './errors.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import type { DiscordSettings } from './settings.ts';
import { Throttled } from './wire.ts';

/** What every call of one adapter shares. */
export interface Discord extends DiscordSettings {
  readonly invalid: InvalidRequests;
}

/** A call of one endpoint. */
export interface DiscordCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The path after the version; see {@link messagePath} and {@link placePath}. */
  readonly path: string;
  /** What the error table calls it: `message/:id`. */
  readonly endpoint: string;
  /** Whether the bot asks, whoever posts. */
  readonly asBot?: boolean;
  readonly bucket?: 'messages' | 'requests';
}

/** Calls an endpoint once. Nothing is thrown but for credentials that are missing; see {@link Answer}. */
export async function callDiscord<Body>(
  account: Account,
  { path, bucket = 'requests', asBot = false, ...call }: DiscordCall<Body>,
  io: PlatformIo,
  { as, invalid }: Discord,
): Promise<Answer<Body>> {
  const quietUntil = invalid.quietUntil(io.clock);
  if (quietUntil !== undefined) {
    // Whoever shares the ledger of budgets leaves the account in peace, too.
    io.observeRate({ bucket: '*', refused: true, resetAt: instant(quietUntil) });
    const why = 'too many requests were refused in 10 minutes, and Discord would shut us out';
    return { outcome: 'not-sent', why };
  }
  const bot = as === 'bot' || asBot;
  const answer = await send(
    {
      ...call,
      // The token of a webhook is part of the address: the address is never shown to anybody.
      url: `${serverOrigin(account, 'discord.com')}/api/v10${path}`,
      ...(bot && { headers: { authorization: `Bot ${credential('botToken', io)}` } }),
    },
    io,
  );
  observe(answer, bucket, io);
  if (answer.outcome === 'refused') invalid.note(answer.status, answer.headers, io.clock);
  return redactTokens(answer, io);
}

/** Where messages are made. */
export function messagesPath({ id }: Account, io: PlatformIo, { as }: Discord, thread?: string) {
  if (as === 'bot') return `/channels/${thread ?? encodeURIComponent(id)}/messages`;
  return webhookPath(id, io);
}

/** Where one message is. */
export function messagePath(
  account: Account,
  io: PlatformIo,
  discord: Discord,
  { message, thread }: { readonly message: string; readonly thread?: string | undefined },
): string {
  const whole = messagesPath(account, io, discord, thread);
  return discord.as === 'bot' ? `${whole}/${message}` : `${whole}/messages/${message}`;
}

/** Where it is said what the account is: a webhook, or a channel. */
export function placePath({ id }: Account, io: PlatformIo, { as }: Discord): string {
  return as === 'bot' ? `/channels/${encodeURIComponent(id)}` : webhookPath(id, io);
}

function webhookPath(id: string, io: PlatformIo): string {
  return `/webhooks/${encodeURIComponent(id)}/${credential('webhookToken', io)}`;
}

function credential(name: 'webhookToken' | 'botToken', { credentials }: PlatformIo): string {
  const value = credentials[name] ?? '';
  if (/^[\w.-]+$/.test(value)) return value;
  throw new ConfigurationError('invalid-token', {
    message: `The credential ${name} is missing, or no token of Discord`,
    hint: 'A webhook’s address ends in its id and its token: store them as account.id and webhookToken.',
  });
}

/** Calls an endpoint that only reads. */
export async function readDiscord<Body>(
  account: Account,
  call: DiscordCall<Body>,
  io: PlatformIo,
  discord: Discord,
): Promise<Body> {
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome === 'answered') return answer.body;
  throw platformError(diagnoseDiscord(answer, call, io));
}

/** What a failed call means. */
export function diagnoseDiscord(
  answer: Unanswered,
  { method, endpoint }: Pick<DiscordCall<unknown>, 'method' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  const name = `${method.toUpperCase()} ${endpoint}`;
  const { absent, failure } = diagnose(answer, name, discordErrors, io.clock.now());
  const throttled = throttledBy(answer);
  const retryAt = throttled && momentAfter(throttled.retry_after, io);
  const wait = retryAt !== undefined && failure.kind === 'rate-limited';
  return { absent, failure: { ...failure, ...(wait && { retryAt }) } };
}

function throttledBy(answer: Answer<unknown>) {
  if (answer.outcome !== 'refused' || answer.status !== 429) return undefined;
  return Throttled.safeParse(answer.body).data;
}

function momentAfter(seconds: number, { clock }: PlatformIo) {
  return instant(clock.now() + Math.ceil(Math.max(1, Math.min(seconds, 2_678_400)) * 1000));
}

function observe(answer: Answer<unknown>, bucket: string, io: PlatformIo): void {
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return;
  const refused = answer.status === 429;
  const said = readRateHeaders(answer.headers, io.clock.now());
  const throttled = throttledBy(answer);
  if (!refused) {
    if (said) io.observeRate({ bucket, refused, ...said });
    return;
  }
  const resetAt = throttled ? momentAfter(throttled.retry_after, io) : said?.resetAt;
  const everywhere = throttled?.global === true || resetAt !== undefined;
  io.observeRate({
    bucket: everywhere ? '*' : bucket,
    refused,
    ...(resetAt !== undefined && { resetAt }),
  });
}

function redactTokens<Body>(answer: Answer<Body>, { credentials }: PlatformIo): Answer<Body> {
  const secrets = Object.values(credentials);
  if (answer.outcome === 'answered') return answer;
  if (answer.outcome === 'refused') return { ...answer, body: redact(answer.body, secrets) };
  return { ...answer, why: redact(answer.why, secrets) };
}
