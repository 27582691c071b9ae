import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { done, failed, unanswered } from '../step-result.ts';
import { callThreads, diagnoseThreads } from './api.ts';
import { askContainer } from './container-status.ts';
import { ContainerFields } from './requests.ts';
import { Made } from './wire.ts';

const Checkpoint = z.object({ id: z.string(), asked: z.int().nonnegative() });
type Checkpoint = z.infer<typeof Checkpoint>;

// As the network asks: after half a minute where there is a file, then once a minute, five times.
const firstSeconds = 30;
const pollSeconds = 60;
const mostQuestions = 5;

/** Makes a container, and asks from time to time whether the network is done with it. */
export async function createContainer(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
  version: string | undefined,
): Promise<StepResult> {
  const started = Checkpoint.safeParse(checkpoint).data;
  if (started) return poll(account, started, io, version);
  const fields = ContainerFields.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(account.id)}/threads`,
    endpoint: '/:user/threads',
    form: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    version,
    answer: Made,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callThreads(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseThreads(answer, call, io));
  const seconds = fields.media_type === 'TEXT' ? 1 : firstSeconds;
  return later({ id: answer.body.id, asked: 0 }, seconds, io);
}

async function poll(
  account: Account,
  { id, asked }: Checkpoint,
  io: PlatformIo,
  version: string | undefined,
): Promise<StepResult> {
  const { call, answer } = await askContainer(account, id, io, version);
  if (answer.outcome !== 'answered') return unanswered(diagnoseThreads(answer, call, io));
  const { status, error_message: why } = answer.body;
  if (status === 'FINISHED') return done({ id }, `the network is done with the container ${id}`);
  if (status === 'IN_PROGRESS' && asked + 1 < mostQuestions) {
    return later({ id, asked: asked + 1 }, pollSeconds, io);
  }
  return refusedContainer(status, why ?? undefined);
}

/** A container that comes to nothing. Nobody saw it, so that another may be made. */
function refusedContainer(status: string, code: string | undefined): StepResult {
  const invalid = status === 'ERROR' && code !== undefined && !passing.has(code);
  return {
    status: 'rejected',
    failure: {
      kind: invalid ? 'invalid' : 'transient',
      message: `The container is ${status}${code === undefined ? '' : `: ${code}`}`,
      ...(code !== undefined && { code }),
      ...(invalid && { hint: 'Convert the file to what the network takes, and try again.' }),
    },
  };
}

// These may be the network's own trouble.
const passing = new Set(['UNKNOWN', 'FAILED_DOWNLOADING_VIDEO']);

function later(checkpoint: Checkpoint, seconds: number, { clock }: PlatformIo): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now() + seconds * 1000) };
}
