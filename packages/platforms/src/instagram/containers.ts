import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed, unanswered } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import { askContainer } from './container-status.ts';
import { ContainerCheckpoint, later } from './container-state.ts';
import { contentSubcodes, passingSubcodes } from './errors.ts';
import { ContainerRequest } from './requests.ts';
import { sendFile, uploadAddress } from './uploads.ts';
import { NewContainer } from './wire.ts';

// As the network asks: once a minute, with a little patience before the first time for a film.
const filmSeconds = 30;
const imageSeconds = 1;
const pollSeconds = 60;

/** How long a file may be worked on. */
export interface ContainerSettings extends Instagram {
  readonly processingMinutes: number;
}

/** Makes a container, sends its file where it is not fetched, and asks whether the network is done. */
export async function createContainer(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
  settings: ContainerSettings,
): Promise<StepResult> {
  const { fields, file } = ContainerRequest.parse(fillOutputs(step.request, outputs));
  const started = ContainerCheckpoint.safeParse(checkpoint).data;
  if (started?.uri !== undefined && file) {
    const { timeoutSeconds } = step;
    const sent = await sendFile(account, file, { uri: started.uri, timeoutSeconds }, io, settings);
    return sent ?? later({ id: started.id, asked: 0 }, filmSeconds, io);
  }
  if (started) return poll(account, started, io, settings);
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(account.id)}/media`,
    endpoint: '/:user/media',
    form: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    answer: NewContainer,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callInstagram(account, call, io, settings);
  if (answer.outcome !== 'answered') return failed(diagnoseInstagram(answer, call, io));
  const { id, uri } = answer.body;
  if (file) {
    return later({ id, asked: 0, uri: uri ?? uploadAddress(account, id, settings) }, 0, io);
  }
  return later({ id, asked: 0 }, 'video_url' in fields ? filmSeconds : imageSeconds, io);
}

async function poll(
  account: Account,
  { id, asked }: ContainerCheckpoint,
  io: PlatformIo,
  settings: ContainerSettings,
): Promise<StepResult> {
  const { call, answer } = await askContainer(account, id, io, settings);
  if (answer.outcome !== 'answered') return unanswered(diagnoseInstagram(answer, call, io));
  const { status_code: code, status } = answer.body;
  if (code === 'FINISHED') return done({ id }, `the network is done with the container ${id}`);
  if (code === 'IN_PROGRESS' && asked + 1 < settings.processingMinutes) {
    return later({ id, asked: asked + 1 }, pollSeconds, io);
  }
  return refusedContainer(code, status ?? undefined);
}

/** A container that comes to nothing. Nobody saw it, so that another may be made. */
function refusedContainer(status: string, why: string | undefined): StepResult {
  const code = /22\d{5}/.exec(why ?? '')?.[0];
  const isPassing = code === undefined || passingSubcodes.includes(code);
  const hint = code === undefined ? undefined : contentSubcodes[code];
  return {
    status: 'rejected',
    failure: {
      kind: status === 'ERROR' && !isPassing ? 'invalid' : 'transient',
      message: `The container is ${status}${why === undefined ? '' : `: ${why}`}`,
      ...(code !== undefined && { code }),
      ...(hint !== undefined && { hint }),
    },
  };
}
