import { type Account, instant, type PlatformIo, type StepResult } from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import { done } from '../step-result.ts';
import { callTikTok, diagnoseTikTok } from './api.ts';
import { kindOfFailReason } from './errors.ts';
import { PublishStatus } from './wire.ts';

/** Where a post stands that TikTok works on. */
export interface Waiting {
  readonly publishId: string;
  readonly isPublic: boolean;
  /** How often it was asked about. */
  readonly asked: number;
}

// TikTok takes half a minute for 512 MB, and over two for 4 GB; moderation may take hours.
const pollSeconds = 10;
const mostQuestions = 360;
const questionsAfterCompletion = 3;

/** Asks TikTok where a post stands. */
export async function askStatus(
  account: Account,
  publishId: string,
  io: PlatformIo,
  timeoutSeconds = 30,
): Promise<PublishStatus | Diagnosis> {
  const call = {
    method: 'post',
    path: '/v2/post/publish/status/fetch/',
    bucket: 'status',
    json: { publish_id: publishId },
    answer: PublishStatus,
    timeoutSeconds,
  } as const;
  const answer = await callTikTok(account, call, io);
  if (answer.outcome === 'answered') return answer.body.data;
  const diagnosis = diagnoseTikTok(answer, call, io);
  const { failure } = diagnosis;
  // Only a question: a no that nobody understands says nothing about the post.
  const passing = failure.kind === 'invalid' && failure.code !== 'invalid_publish_id';
  return passing || failure.kind === 'unknown'
    ? { absent: true, failure: { ...failure, kind: 'transient' } }
    : diagnosis;
}

/** What the status of a post means for its step. */
export function resultOf(
  { status, fail_reason: reason = 'internal', publicaly_available_post_id: ids }: PublishStatus,
  { publishId, isPublic, asked }: Waiting,
  { clock }: PlatformIo,
): StepResult {
  const later = (): StepResult => ({
    status: 'pending',
    checkpoint: { phase: 'ask', publishId, asked: asked + 1 },
    notBefore: instant(clock.now() + pollSeconds * 1000),
  });
  if (status === 'FAILED') {
    const { kind, hint } = kindOfFailReason(reason);
    const message = `TikTok gave up on the post: ${reason}`;
    return { status: 'rejected', failure: { kind, code: reason, message, hint } };
  }
  if (status === 'SEND_TO_USER_INBOX') {
    return done({ id: publishId }, 'TikTok put it into the creator’s inbox');
  }
  if (status === 'PUBLISH_COMPLETE') {
    const [id] = ids ?? [];
    if (id !== undefined) return done({ id, data: { publishId } }, `TikTok published it as ${id}`);
    if (isPublic && asked < questionsAfterCompletion) return later();
    const statement = 'TikTok published it, and gives a number once it has looked at it';
    return done({ id: publishId, data: { publishId } }, statement);
  }
  if (asked < mostQuestions) return later();
  const message = `TikTok has worked on the post for an hour, and it is ${status}`;
  return { status: 'ambiguous', failure: { kind: 'unknown', message } };
}
