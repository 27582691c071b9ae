import {
  type Account,
  epochMilliseconds,
  instant,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { cannotLook, unseen } from '../lookup-verdict.ts';
import { skewSeconds } from '../newest-first.ts';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { callTikTok, diagnoseTikTok } from './api.ts';
import { readCheckpoint } from './checkpoint.ts';
import { askStatus, resultOf } from './publish-status.ts';
import { PullRequest, SendRequest } from './requests.ts';
import { Videos } from './wire.ts';

const pageSize = 20;
const lookAgainSeconds = 600;

/**
 * Asks TikTok about the post by its number. Where the answer that held the number was lost, public
 * posts are listed; that one is not in the list proves nothing, for TikTok takes its time.
 */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.visibility === 'none') return unseen;
  const at = readCheckpoint(checkpoint);
  const template = fillOutputs(step.request, outputs);
  if (step.kind === 'send-video') {
    return askAbout(account, SendRequest.parse(template), io);
  }
  const request = PullRequest.parse(template);
  return at?.phase === 'ask'
    ? askAbout(account, { ...request, publishId: at.publishId }, io)
    : lookFor(account, request, { armedAt, outputs }, io);
}

async function askAbout(
  account: Account,
  { publishId, isPublic }: { readonly publishId: string; readonly isPublic: boolean },
  io: PlatformIo,
): Promise<Reconciled> {
  const status = await askStatus(account, publishId, io);
  if ('failure' in status) return cannotLook(status);
  const result = resultOf(status, { publishId, isPublic, asked: 0 }, io);
  if (result.status === 'done') {
    return { status: 'applied', output: result.output, evidence: result.evidence };
  }
  const { uploaded_bytes: uploaded } = status;
  const bytes = uploaded === undefined ? '' : `, with ${uploaded} bytes`;
  // The step goes on from there, and nothing is begun a second time.
  const statement = `the post ${publishId} is ${status.status}${bytes}, and not published`;
  return { status: 'absent', evidence: { statement } };
}

interface Look {
  readonly armedAt: Instant;
  readonly outputs: StepProgress['outputs'];
}

async function lookFor(
  account: Account,
  { text, isPublic }: PullRequest,
  { armedAt, outputs }: Look,
  io: PlatformIo,
): Promise<Reconciled> {
  if (!isPublic) return { status: 'inconclusive', why: 'TikTok lists public posts only' };
  const call = {
    method: 'post',
    path: '/v2/video/list/',
    bucket: 'requests',
    search: { fields: 'id,title,video_description,create_time,share_url' },
    json: { max_count: pageSize },
    answer: Videos,
    timeoutSeconds: 15,
  } as const;
  const answer = await callTikTok(account, call, io);
  if (answer.outcome !== 'answered') return cannotLook(diagnoseTikTok(answer, call, io));
  const since = epochMilliseconds(armedAt) / 1000 - skewSeconds;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = answer.body.data.videos.filter(
    ({ id, create_time: at = Infinity, title = '', video_description: words = title }) =>
      at >= since && !claimed.has(id) && sameWords(words, text),
  );
  const [match] = matches;
  if (match && matches.length === 1) {
    const { id, share_url: url } = match;
    const evidence = { statement: `the post ${id} says the same` };
    return { status: 'applied', output: { id, ...(url !== undefined && { url }) }, evidence };
  }
  return {
    status: 'inconclusive',
    why: `${matches.length} of the newest public posts say the same`,
    retryAt: instant(io.clock.now() + lookAgainSeconds * 1000),
  };
}
