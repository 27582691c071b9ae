import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { openMediaBytes } from '../media-bytes.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed, refused } from '../step-result.ts';
import { diagnoseYouTube } from './api.ts';
import { findUpload } from './own-uploads.ts';
import { SendRequest } from './requests.ts';
import { videoUrl } from './rules.ts';
import { isSafe, putToSession, type SessionState } from './session-state.ts';

const Checkpoint = z.object({ sent: z.int().nonnegative() });

/** Sends the next part of a film to its session, from where YouTube stands. */
export async function sendVideo(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
  chunkBytes: number,
): Promise<StepResult> {
  const request = SendRequest.parse(fillOutputs(step.request, outputs));
  const { url } = request;
  if (!isSafe(url, account)) {
    return refused(
      'The server wants the film at an address that is not safe',
      'See whether account.host is the server that you mean.',
    );
  }
  const bytes = await openMediaBytes(request, io);
  if ('status' in bytes) return bytes;
  const size = bytes.length;
  const first = Math.min(Checkpoint.safeParse(checkpoint).data?.sent ?? 0, size);
  const { timeoutSeconds } = step;
  const portion = {
    url,
    size,
    first,
    bytes: bytes.slice(first, first + chunkBytes),
    timeoutSeconds,
  };
  const state = await putToSession(account, portion, io);
  return resultOf(account, request, state, first, io);
}

async function resultOf(
  account: Account,
  request: SendRequest,
  state: SessionState,
  first: number,
  io: PlatformIo,
): Promise<StepResult> {
  switch (state.state) {
    case 'finished':
      return done({ id: state.id, url: videoUrl(state.id) }, `YouTube has the film as ${state.id}`);
    case 'open': {
      if (state.next === first) return stuck(first);
      const notBefore = instant(io.clock.now());
      return { status: 'pending', checkpoint: { sent: state.next }, notBefore };
    }
    case 'gone':
      return ended(account, request, io);
    case 'unknown':
    default:
      return failed(diagnoseYouTube(state.answer, { method: 'put', path: '/videos' }, io));
  }
}

function stuck(first: number): StepResult {
  const message = `YouTube kept nothing of what was sent after byte ${first}`;
  return { status: 'ambiguous', failure: { kind: 'transient', message } };
}

/** A session that is gone may have ended well: then the film is among the channel's own. */
async function ended(account: Account, request: SendRequest, io: PlatformIo): Promise<StepResult> {
  const found = await findUpload(account, request, io);
  if (found.status === 'applied') {
    return { status: 'done', output: found.output, evidence: found.evidence };
  }
  const message = 'YouTube has closed the session of the upload, which lives for about a week';
  if (found.status === 'inconclusive') {
    return { status: 'ambiguous', failure: { kind: 'unknown', message } };
  }
  const hint = 'Nobody saw it: publish it anew.';
  return { status: 'rejected', failure: { kind: 'gone', message, hint } };
}
