import type { StepResult } from '@affiche/core';
import { done, unanswered } from '../step-result.ts';
import { callLinkedIn, diagnoseLinkedIn, encodeUrn } from './api.ts';
import { later, type Sending, type UploadCheckpoint } from './upload-state.ts';
import { File } from './wire.ts';

const pollSeconds = 5;

/** Asks what became of a file; where the account may not ask, the file gets some time instead. */
export async function awaitFile(
  { kind, urn, parts, token, tags }: UploadCheckpoint,
  { account, io, linkedIn }: Sending,
): Promise<StepResult> {
  const call = {
    method: 'get',
    path: `/rest/${kind}s/${encodeUrn(urn)}`,
    endpoint: `/rest/${kind}s/:id`,
    answer: File,
    timeoutSeconds: 30,
  } as const;
  const at = { kind, urn, parts, token, tags };
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseLinkedIn(answer, call, io);
    if (diagnosis.failure.kind !== 'permission') return unanswered(diagnosis);
    return later({ ...at, phase: 'grace' }, linkedIn.graceSeconds, io);
  }
  const { status } = answer.body;
  if (status === 'AVAILABLE') return done({ id: urn }, `the server has the file as ${urn}`);
  if (status !== 'PROCESSING_FAILED') return later({ ...at, phase: 'process' }, pollSeconds, io);
  return {
    status: 'rejected',
    failure: {
      kind: 'invalid',
      code: status,
      message: `LinkedIn could not prepare the ${kind}`,
      hint: 'Convert it, and try again: images to JPEG or PNG, films to MP4 with H.264 and AAC, documents to PDF.',
    },
  };
}
