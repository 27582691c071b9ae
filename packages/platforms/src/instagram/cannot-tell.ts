import type { PlatformIo, Reconciled } from '@affiche/core';
import type { Unanswered } from '../http.ts';
import { platformError } from '../step-result.ts';
import { diagnoseInstagram, type InstagramCall } from './api.ts';

/**
 * A look that got no answer.
 *
 * @throws {@link PlatformError} `platform-call-failed` where the token has ended, so that it is renewed.
 */
export function cannotTell(
  answer: Unanswered,
  call: Pick<InstagramCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Extract<Reconciled, { status: 'inconclusive' }> {
  const diagnosis = diagnoseInstagram(answer, call, io);
  if (diagnosis.failure.kind === 'auth-expired') throw platformError(diagnosis);
  const { message, retryAt } = diagnosis.failure;
  return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
}
