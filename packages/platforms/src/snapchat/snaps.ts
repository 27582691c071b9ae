import type {
  Account,
  PlatformIo,
  Reconciled,
  Step,
  StepProgress,
  StepResult,
} from '@affiche/core';
import { cannotLook, lookupVerdict, unseen } from '../lookup-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { snapchat } from './api.ts';
import { SnapRequest } from './requests.ts';
import { Spotlights, Stories } from './wire.ts';

/** Shows a file that is there as a story or a spotlight. */
export async function createSnap(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const request = SnapRequest.parse(fillOutputs(step.request, outputs));
  const { media, description, locale, saveToProfile } = request;
  const call = {
    method: 'post',
    ...placeOf(account, request),
    json: {
      media_id: media,
      ...(description !== undefined && { description }),
      ...(locale !== undefined && { locale }),
      ...(saveToProfile !== undefined && { skip_save_to_profile: !saveToProfile }),
    },
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await snapchat.call(account, call, io);
  if (answer.outcome !== 'answered') return failed(snapchat.diagnose(answer, call, io));
  const [id] = idsIn(answer.body);
  if (id !== undefined) return done({ id }, `the server answered with the ${request.as} ${id}`);
  const message = 'Snapchat answered yes, and named nothing that it made';
  return { status: 'ambiguous', failure: { kind: 'unknown', message } };
}

/** Looks whether the profile shows the file. */
export async function reconcile(
  account: Account,
  { kind, request }: Step,
  { outputs }: StepProgress,
  _: string,
  io: PlatformIo,
): Promise<Reconciled> {
  if (kind !== 'create-snap') return unseen;
  const snap = SnapRequest.parse(fillOutputs(request, outputs));
  const call = { method: 'get', ...placeOf(account, snap), timeoutSeconds: 15 } as const;
  const answer = await snapchat.call(account, call, io);
  if (answer.outcome !== 'answered') return cannotLook(snapchat.diagnose(answer, call, io));
  const matches = idsIn(answer.body, snap.media).map((id) => ({ id }));
  return lookupVerdict(matches, `the profile’s ${snap.as === 'story' ? 'stories' : 'spotlights'}`);
}

function placeOf({ id }: Account, { as }: SnapRequest) {
  const list = as === 'story' ? 'stories' : 'spotlights';
  return {
    path: `/v1/public_profiles/${id}/${list}`,
    endpoint: `/v1/public_profiles/:profile/${list}`,
    answer: Stories.or(Spotlights),
  } as const;
}

function idsIn(body: Stories | Spotlights, media?: string): string[] {
  const snaps =
    'stories' in body
      ? body.stories.map(({ story }) => story)
      : body.spotlights.map(({ spotlight }) => spotlight);
  return snaps.filter((snap) => media === undefined || snap.media_id === media).map(({ id }) => id);
}
