import { type Account, ConfigurationError, instant, type PlatformIo, redact } from '@affiche/core';
import { z } from 'zod';
import { type Diagnosis, diagnose } from '../error-table.ts';
import { type Answer, type Call, send, type Unanswered } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { readRateHeaders } from '../rate-headers.ts';
import { platformError } from '../step-result.ts';
import { telegramErrors } from './errors.ts';
import { Refusal } from './wire.ts';

/** A call of one method of the Bot API. */
export interface BotCall<Result> extends Pick<
  Call<unknown>,
  'search' | 'json' | 'body' | 'timeoutSeconds'
> {
  /** What the documentation calls it: `sendMessage`. */
  readonly name: string;
  readonly method: 'get' | 'post';
  /** What is in the envelope when all is well. */
  readonly result: z.ZodType<Result>;
  /** The rate budget that a refusal speaks of. */
  readonly bucket?: 'messages' | 'requests';
}

/** Calls a method once. Nothing is thrown but for a token that is none; see {@link Answer}. */
export async function callBot<Result>(
  account: Account,
  { name, result, bucket = 'requests', ...call }: BotCall<Result>,
  io: PlatformIo,
): Promise<Answer<{ result: Result }>> {
  const answer = await send(
    {
      ...call,
      // The token is part of the address: the address is never shown to anybody.
      url: `${serverOrigin(account, 'api.telegram.org')}/bot${tokenOf(io)}/${name}`,
      answer: z.object({ ok: z.literal(true), result }),
    },
    io,
  );
  if (answer.outcome === 'refused' && answer.status === 429) {
    const said = readRateHeaders(answer.headers, io.clock.now());
    const resetAt = parametersOf(answer, io).retryAt ?? said?.resetAt;
    // A moment is meant for everything that the bot does in the chat.
    io.observeRate({
      bucket: resetAt === undefined ? bucket : '*',
      refused: true,
      ...(resetAt !== undefined && { resetAt }),
    });
  }
  return redactToken(answer, io);
}

/**
 * Calls a method that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export async function readBot<Result>(
  account: Account,
  call: BotCall<Result>,
  io: PlatformIo,
): Promise<Result> {
  const answer = await callBot(account, call, io);
  if (answer.outcome === 'answered') return answer.body.result;
  throw platformError(diagnoseBot(answer, call, io));
}

/** What a failed call means. */
export function diagnoseBot(
  answer: Unanswered,
  { name, method }: Pick<BotCall<unknown>, 'name' | 'method'>,
  io: PlatformIo,
): Diagnosis {
  const endpoint = `${method.toUpperCase()} ${name}`;
  const { absent, failure } = diagnose(answer, endpoint, telegramErrors, io.clock.now());
  const { retryAt, chat } = parametersOf(answer, io);
  return {
    absent,
    failure: {
      ...failure,
      ...(retryAt && failure.kind === 'rate-limited' && { retryAt }),
      ...(chat !== undefined && {
        hint: `The group is a supergroup now: set account.id to ${chat}.`,
      }),
    },
  };
}

/** What a refusal says besides its words: when to come back, and where a group has moved. */
export function parametersOf(answer: Unanswered, { clock }: Pick<PlatformIo, 'clock'>) {
  const body = answer.outcome === 'refused' ? Refusal.safeParse(answer.body).data : undefined;
  const { retry_after: seconds, migrate_to_chat_id: chat } = body?.parameters ?? {};
  return {
    ...(seconds !== undefined && {
      retryAt: instant(clock.now() + Math.min(Math.max(1, seconds), longestWait) * 1000),
    }),
    ...(chat !== undefined && { chat }),
  };
}

// Nobody means longer than a month.
const longestWait = 2_678_400;

function tokenOf({ credentials }: PlatformIo): string {
  const { botToken = '' } = credentials;
  if (/^\d+:[\w-]+$/.test(botToken)) return botToken;
  throw new ConfigurationError('invalid-token', {
    message: 'The credential botToken is no token of a Telegram bot',
    hint: 'Store what @BotFather gave, such as 123456:ABC-DEF, as botToken.',
  });
}

/** Whatever a server or a proxy echoes of the address, the token is not in what we hand on. */
function redactToken<Body>(answer: Answer<Body>, { credentials }: PlatformIo): Answer<Body> {
  const secrets = [credentials['botToken'] ?? ''];
  if (answer.outcome === 'answered') return answer;
  if (answer.outcome === 'refused') return { ...answer, body: redact(answer.body, secrets) };
  return { ...answer, why: redact(answer.why, secrets) };
}
