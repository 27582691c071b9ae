import type { Account, PlatformIo, Reconciled } from '@affiche/core';
import type { Unanswered } from '../http.ts';
import { platformError } from '../step-result.ts';
import { api, type ApiCall, diagnoseApi } from './api.ts';

/** Nobody can tell yet, and why. */
export type OpenQuestion = Extract<Reconciled, { status: 'inconclusive' }>;

/**
 * Asks where a missing answer proves nothing.
 *
 * @throws {@link PlatformError} `platform-call-failed` when the token has ended.
 */
export async function ask<Body>(
  account: Account,
  call: ApiCall<Body>,
  io: PlatformIo,
): Promise<{ body: Body } | OpenQuestion> {
  const answer = await api(account, call, io);
  return answer.outcome === 'answered' ? { body: answer.body } : leaveOpen(answer, call, io);
}

/**
 * What a question that nobody answered leaves behind.
 *
 * @throws {@link PlatformError} `platform-call-failed` when the token has ended.
 */
export function leaveOpen(
  answer: Unanswered,
  call: ApiCall<unknown>,
  io: PlatformIo,
): OpenQuestion {
  const diagnosis = diagnoseApi(answer, call, io);
  // Whoever asked can connect the account again and ask once more.
  if (diagnosis.failure.kind === 'auth-expired') throw platformError(diagnosis);
  const { message, retryAt } = diagnosis.failure;
  return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
}
