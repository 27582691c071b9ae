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
import { done, failed } from '../step-result.ts';
import { reddit } from './api.ts';
import { addressOf, isSamePost, ownThings } from './own-things.ts';
import { SubmitRequest } from './requests.ts';
import { Submitted } from './wire.ts';

const Checkpoint = z.object({ since: z.number(), asked: z.int() });
const pollSeconds = 10;
const mostQuestions = 60;

/** Makes a post. One with media is made later, and the answer says nothing of it: it is waited for. */
export async function submit(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const request = SubmitRequest.parse(fillOutputs(step.request, outputs));
  const waiting = Checkpoint.safeParse(checkpoint).data;
  if (waiting) return look(account, request, waiting, io);
  const since = io.clock.now();
  const call = {
    ...callOf(request),
    answer: Submitted,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await reddit.call(account, call, io);
  if (answer.outcome !== 'answered') return failed(reddit.diagnose(answer, call, io));
  const { id, name = id, url } = answer.body.json.data;
  if (name === undefined) return later({ since, asked: 0 }, io);
  const full = name.startsWith('t3_') ? name : `t3_${name}`;
  return done({ id: full, ...(url && { url }) }, `the server answered with the post ${full}`);
}

async function look(
  account: Account,
  request: SubmitRequest,
  { since, asked }: z.infer<typeof Checkpoint>,
  io: PlatformIo,
): Promise<StepResult> {
  const things = await ownThings(account, 'submitted', instant(since), io);
  const matches = 'status' in things ? [] : things.filter((each) => isSamePost(each, request));
  const [match] = matches;
  if (match && matches.length === 1) {
    const url = addressOf(match);
    return done({ id: match.name, ...(url && { url }) }, `the account shows ${match.name}`);
  }
  if (asked < mostQuestions) return later({ since, asked: asked + 1 }, io);
  const message = `Reddit took the post, and ${matches.length} in the account's list say the same`;
  return { status: 'ambiguous', failure: { kind: 'unknown', message } };
}

function callOf(request: SubmitRequest) {
  const { kind, text, pictures, poll } = request;
  if (kind === 'gallery') {
    const items = pictures.map(({ id, caption, link }) => ({
      media_id: id,
      caption,
      outbound_url: link,
    }));
    return jsonCall('/api/submit_gallery_post.json', request, { items });
  }
  if (kind === 'poll') {
    const { options, days: duration } = poll ?? {};
    return jsonCall('/api/submit_poll_post', request, { text, options, duration });
  }
  return formCall(request);
}

function formCall(request: SubmitRequest) {
  const { kind, subreddit, title, text, url, poster, flair } = request;
  const fields = {
    api_type: 'json',
    extension: 'json',
    sr: subreddit,
    kind,
    title,
    ...(kind === 'self' && { text }),
    ...(url !== undefined && { url }),
    ...(poster !== undefined && { video_poster_url: poster }),
    ...(kind === 'link' && { resubmit: 'false' }),
    ...flagsOf(request),
    ...(flair && { flair_id: flair.id, ...(flair.text && { flair_text: flair.text }) }),
    validate_on_submit: 'true',
  };
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return { method: 'post', path: '/api/submit', body: new URLSearchParams(texts) } as const;
}

function jsonCall(path: string, request: SubmitRequest, more: object) {
  const { subreddit, title, flair } = request;
  const json = {
    api_type: 'json',
    sr: subreddit,
    title,
    ...more,
    ...flagsOf(request),
    ...(flair && { flair_id: flair.id, ...(flair.text && { flair_text: flair.text }) }),
    validate_on_submit: true,
  };
  return { method: 'post', path, json } as const;
}

function flagsOf({ nsfw, spoiler, sendReplies }: SubmitRequest) {
  return { nsfw, spoiler, sendreplies: sendReplies };
}

function later(checkpoint: z.infer<typeof Checkpoint>, { clock }: PlatformIo): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now() + pollSeconds * 1000) };
}
