import {
  type Account,
  epochMilliseconds,
  type Instant,
  instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { callGraph } from '../meta/graph.ts';
import { lookupVerdict, unseen } from '../lookup-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';
import { askFilm, filmOutput, fullId, standing } from './film-status.ts';
import { lookForMessage } from './messages.ts';
import { cannotTell, findPosts, pageSize, skewSeconds } from './own-posts.ts';
import { urlOf } from './publish.ts';
import {
  CommentRequest,
  MessageRequest,
  PostRequest,
  PublishFilmRequest,
  StoryRequest,
} from './requests.ts';
import { Comments, Stories } from './wire.ts';

interface Look {
  readonly account: Account;
  readonly armedAt: Instant;
  readonly outputs: StepProgress['outputs'];
  readonly io: PlatformIo;
  readonly setup: Setup;
}

/** Looks for a post among the page's posts, asks a film by its number, and lists comments and stories. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  setup: Setup,
): Promise<Reconciled> {
  const look = { account, armedAt, outputs, io, setup };
  switch (step.kind) {
    case 'publish-post':
      return lookForPost(PostRequest.parse(fillOutputs(step.request, outputs)), look);
    case 'publish-film':
      return lookAtFilm(PublishFilmRequest.parse(fillOutputs(step.request, outputs)).video, look);
    case 'publish-story':
      return lookForStory(StoryRequest.parse(fillOutputs(step.request, outputs)).photo, look);
    case 'publish-comment':
      return lookForComment(CommentRequest.parse(fillOutputs(step.request, outputs)), look);
    case 'send-message': {
      const request = MessageRequest.parse(fillOutputs(step.request, outputs));
      return lookForMessage(account, request, armedAt, outputs, io, setup);
    }
    default: {
      return unseen;
    }
  }
}

async function lookForPost(
  request: PostRequest,
  { account, armedAt, outputs, io, setup }: Look,
): Promise<Reconciled> {
  const found = await findPosts(account, request, armedAt, io, setup);
  if ('status' in found) return found;
  return verdict(
    found.map(({ id, permalink_url: url = urlOf(id) }) => ({ id, url })),
    outputs,
  );
}

const patienceSeconds = 30;

async function lookAtFilm(video: string, { account, io, setup }: Look): Promise<Reconciled> {
  const { call, answer } = await askFilm(account, video, io, setup);
  if (answer.outcome !== 'answered') return cannotTell(answer, call, io);
  const stands = standing(answer.body);
  if (stands === 'published') {
    const statement = `the server says that the film ${video} is published`;
    return { status: 'applied', output: filmOutput(account, answer.body), evidence: { statement } };
  }
  if (stands === 'unclear') {
    const retryAt = instant(io.clock.now() + patienceSeconds * 1000);
    return { status: 'inconclusive', why: `the film ${video} is being worked on`, retryAt };
  }
  return { status: 'absent', evidence: { statement: `the film ${video} is ${stands}` } };
}

async function lookForStory(
  photo: string,
  { account, outputs, io, setup: { version } }: Look,
): Promise<Reconciled> {
  const call = {
    method: 'get',
    path: pathOf(account.id, 'stories'),
    endpoint: '/:page/stories',
    search: { fields: 'post_id,media_id,url,creation_time', limit: pageSize },
    version,
    answer: Stories,
    timeoutSeconds: 15,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome !== 'answered') return cannotTell(answer, call, io);
  const { data } = answer.body;
  if (data.some(({ media_id: media }) => media === undefined)) {
    return { status: 'inconclusive', why: 'the server does not say what the stories show' };
  }
  const matches = data.filter(({ media_id: media }) => media === photo);
  return verdict(
    matches.map(({ post_id: id, url }) => ({ id: fullId(account, id), url })),
    outputs,
  );
}

async function lookForComment(
  { target, message }: CommentRequest,
  { account, armedAt, outputs, io, setup: { version } }: Look,
): Promise<Reconciled> {
  const call = {
    method: 'get',
    path: pathOf(target, 'comments'),
    endpoint: '/:object/comments',
    search: {
      fields: 'id,message,from,created_time,permalink_url',
      filter: 'toplevel',
      order: 'reverse_chronological',
      limit: pageSize,
    },
    version,
    answer: Comments,
    timeoutSeconds: 15,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome !== 'answered') return cannotTell(answer, call, io);
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const { data, paging } = answer.body;
  const oldest = data.at(-1);
  if (paging?.next !== undefined && oldest && epochMilliseconds(oldest.created_time) >= since) {
    return { status: 'inconclusive', why: 'there are too many comments since then' };
  }
  const matches = data.filter(
    ({ from, created_time: at, message: words }) =>
      from?.id === account.id && epochMilliseconds(at) >= since && sameWords(words, message),
  );
  return verdict(
    matches.map(({ id, permalink_url: url }) => ({ id, url })),
    outputs,
  );
}

function verdict(found: readonly Found[], outputs: StepProgress['outputs']): Reconciled {
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = found.filter(({ id }) => !claimed.has(id));
  return lookupVerdict(matches, `the page's own since then`);
}

interface Found {
  readonly id: string;
  readonly url?: string | undefined;
}
