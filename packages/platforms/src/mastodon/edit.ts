import type {
  Account,
  PlatformIo,
  Reconciled,
  Step,
  StepOutput,
  StepProgress,
  StepResult,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { api, diagnoseApi } from './api.ts';
import { EditRequest } from './requests.ts';
import { matchesStatus } from './status-match.ts';
import { Status } from './wire.ts';

/** Writes a post anew. Twice is the same as once. */
export async function editStatus(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { id, body } = EditRequest.parse(fillOutputs(step.request, outputs));
  // What cannot change is not said again.
  const { visibility: _, in_reply_to_id: _parent, quoted_status_id: _quoted, ...json } = body;
  const call = {
    ...statusCall(id),
    method: 'put',
    json,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseApi(answer, call, io));
  return done(outputOf(answer.body), `the server answered with the edited post ${id}`);
}

/** Asks what the post says now. */
export async function reconcileEdit(
  account: Account,
  step: Step,
  outputs: Readonly<Record<string, StepOutput>>,
  io: PlatformIo,
): Promise<Reconciled> {
  const { id, body } = EditRequest.parse(fillOutputs(step.request, outputs));
  const call = { ...statusCall(id), method: 'get', timeoutSeconds: 15 } as const;
  const answer = await api(account, call, io);
  if (answer.outcome !== 'answered') {
    const { message, retryAt } = diagnoseApi(answer, call, io).failure;
    return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
  }
  const status = answer.body;
  // What it answers was not edited.
  const { in_reply_to_id: parent } = status;
  if (matchesStatus(status, { ...body, in_reply_to_id: parent ?? undefined })) {
    const statement = `the post ${id} says what it was to say`;
    return { status: 'applied', output: outputOf(status), evidence: { statement } };
  }
  return { status: 'absent', evidence: { statement: `the post ${id} says something else` } };
}

function statusCall(id: string) {
  return {
    path: `/api/v1/statuses/${encodeURIComponent(id)}`,
    endpoint: '/api/v1/statuses/:id',
    answer: Status,
  } as const;
}

function outputOf({ id, url }: Status): StepOutput {
  return { id, ...(url && { url }) };
}
