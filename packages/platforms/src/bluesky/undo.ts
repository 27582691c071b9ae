import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { repositoryOf } from './put-record.ts';
import { PutRequest } from './requests.ts';
import { Nothing } from './wire.ts';
import { diagnoseXrpc, xrpc } from './xrpc.ts';

/** Deletes a record. Uploads that no record uses are forgotten by the server itself. */
export async function undo(
  account: Account,
  step: Step,
  _output: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (step.kind !== 'put-post' && step.kind !== 'put-gate') return;
  const { collection, rkey } = PutRequest.parse(step.request);
  const method = 'com.atproto.repo.deleteRecord';
  const answer = await xrpc(
    account,
    {
      method,
      json: { repo: repositoryOf(account, io), collection, rkey },
      answer: Nothing,
      timeoutSeconds: step.timeoutSeconds,
    },
    io,
  );
  if (answer.outcome !== 'answered') throw platformError(diagnoseXrpc(answer, method, io));
}
