import {
  type Account,
  epochMilliseconds,
  instant,
  type Instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, unanswered } from '../step-result.ts';
import { api, diagnoseApi } from './api.ts';
import { publishedMatches } from './published-matches.ts';
import { FindRequest } from './requests.ts';
import { scheduledAtOf } from './scheduled-at.ts';
import { ScheduledStatus } from './wire.ts';

const minute = 60_000;
// Mastodon looks for due posts every five minutes; one that stays away for an hour was deleted.
const patience = 60 * minute;

/**
 * Waits for a post that the server keeps for later, and finds it when it is out: there it has another
 * id, which is the one that has an address and numbers.
 */
export async function findStatus(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { created, body } = FindRequest.parse(fillOutputs(step.request, outputs));
  const { data, ...output } = outputs[created] ?? {};
  const planned = scheduledAtOf(checkpoint) ?? scheduledAtOf(data);
  if (planned === undefined) return done(output, 'the server did not wait');
  const now = io.clock.now();
  const due = epochMilliseconds(planned);
  if (now < due) return pending(planned, due + minute / 2);
  const call = {
    method: 'get',
    path: `/api/v1/scheduled_statuses/${encodeURIComponent(output.id ?? '')}`,
    endpoint: '/api/v1/scheduled_statuses/:id',
    answer: ScheduledStatus,
    timeoutSeconds: 15,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome === 'answered') {
    const at = answer.body.scheduled_at;
    return pending(at, Math.max(epochMilliseconds(at) + minute / 2, now + minute));
  }
  if (answer.outcome !== 'refused' || answer.status !== 404) {
    const diagnosis = diagnoseApi(answer, call, io);
    if (diagnosis.failure.kind === 'auth-expired') return unanswered(diagnosis);
    return later(planned, now, diagnosis.failure.retryAt);
  }
  const matches = await publishedMatches(account, body, due, io);
  if ('status' in matches) return later(planned, now, matches.retryAt);
  const [match] = matches;
  if (match) {
    return done(
      { id: match.id, ...(match.url && { url: match.url }) },
      `the post that the server kept until ${planned} is out as ${match.id}`,
    );
  }
  if (now < due + patience) return pending(planned, now + minute);
  return {
    status: 'rejected',
    failure: {
      kind: 'gone',
      message: `the server neither keeps nor shows the post of ${planned}: somebody deleted it`,
    },
  };
}

function pending(scheduledAt: Instant, notBefore: number): StepResult {
  return { status: 'pending', checkpoint: { scheduledAt }, notBefore: instant(notBefore) };
}

/** The post is safe with its server; a question that nobody answers is asked again. */
function later(planned: Instant, now: number, retryAt: Instant | undefined): StepResult {
  const named = retryAt === undefined ? 0 : epochMilliseconds(retryAt);
  return pending(planned, Math.max(named, now + 5 * minute));
}
