import {
  type Account,
  AfficheError,
  epochMilliseconds,
  type Failure,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepOutput,
  type StepProgress,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { platformError } from '../step-result.ts';
import { diagnoseYouTube, readYouTube } from './api.ts';
import { findUpload } from './own-uploads.ts';
import { CaptionRequest, CommentRequest, PlaylistRequest, SendRequest } from './requests.ts';
import { videoUrl } from './rules.ts';
import { isSafe, putToSession } from './session-state.ts';

import { Captions, type Comment, Comments, PlaylistItems, Threads } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;

/** Asks the session of a film where it stands, and looks for what belongs to the film in its lists. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.visibility === 'none') {
    const statement = 'it shows nobody anything new, and may be repeated';
    return { status: 'absent', evidence: { statement } };
  }
  const template = fillOutputs(step.request, outputs);
  if (step.kind === 'send-video') return askSession(account, SendRequest.parse(template), io);
  try {
    const claimed = new Set(Object.values(outputs).map(({ id }) => id));
    const found = await lookFor(account, step.kind, template, armedAt, io);
    return verdict(found.filter(({ id }) => !claimed.has(id)));
  } catch (error) {
    const failure = failureOf(error);
    if (!failure || failure.kind === 'auth-expired') throw error;
    const { message, retryAt } = failure;
    return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
  }
}

async function askSession(
  account: Account,
  request: SendRequest,
  io: PlatformIo,
): Promise<Reconciled> {
  const { url } = request;
  if (!isSafe(url, account))
    return { status: 'inconclusive', why: 'the session is not safe to ask' };
  const bytes = await io.openMedia(request.source);
  const portion = { url, size: bytes.length, timeoutSeconds: 30 };
  const state = await putToSession(account, portion, io);
  switch (state.state) {
    case 'finished': {
      const { id } = state;
      const evidence = { statement: `the session says that the film is ${id}` };
      return { status: 'applied', output: { id, url: videoUrl(id) }, evidence };
    }
    case 'open': {
      const statement = `the session waits for bytes from ${state.next} on`;
      return { status: 'absent', evidence: { statement } };
    }
    case 'gone':
      return findUpload(account, request, io);
    case 'unknown':
    default: {
      const diagnosis = diagnoseYouTube(state.answer, { method: 'put', path: '/videos' }, io);
      if (diagnosis.failure.kind === 'auth-expired') throw platformError(diagnosis);
      return { status: 'inconclusive', why: diagnosis.failure.message };
    }
  }
}

async function lookFor(
  account: Account,
  kind: string,
  template: unknown,
  armedAt: Instant,
  io: PlatformIo,
): Promise<StepOutput[]> {
  if (kind === 'insert-caption') {
    const { video, language } = CaptionRequest.parse(template);
    const search = { part: 'snippet', videoId: video };
    const { items } = await readYouTube(
      account,
      { path: '/captions', search, answer: Captions },
      io,
    );
    return items.flatMap(({ id, snippet }) => (snippet?.language === language ? [{ id }] : []));
  }
  if (kind === 'add-to-playlist') {
    const { video, playlist } = PlaylistRequest.parse(template);
    const search = { part: 'contentDetails', playlistId: playlist, videoId: video };
    const call = { path: '/playlistItems', search, answer: PlaylistItems };
    return (await readYouTube(account, call, io)).items.map(({ id }) => ({ id }));
  }
  const { text, video, parent } = CommentRequest.parse(template);
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const comments = await commentsUnder(account, { video, parent }, io);
  return comments.flatMap(({ id, snippet }) => {
    const { publishedAt: at, authorChannelId: author, textOriginal, textDisplay } = snippet;
    const ours = author === undefined || author.value === account.id;
    const young = at === undefined || epochMilliseconds(at) >= since;
    return ours && young && sameWords(textOriginal ?? textDisplay ?? '', text) ? [{ id }] : [];
  });
}

async function commentsUnder(
  account: Account,
  { video, parent }: Pick<CommentRequest, 'video' | 'parent'>,
  io: PlatformIo,
): Promise<Comment[]> {
  const part = { part: 'snippet', maxResults: 100, textFormat: 'plainText' };
  if (parent !== undefined) {
    const search = { ...part, parentId: parent };
    return (await readYouTube(account, { path: '/comments', search, answer: Comments }, io)).items;
  }
  const search = { ...part, videoId: video, order: 'time' };
  const call = { path: '/commentThreads', search, answer: Threads };
  const { items } = await readYouTube(account, call, io);
  // A thread has the name of the comment that opens it.
  return items.map(({ id, snippet }) => ({ ...snippet.topLevelComment, id }));
}

function verdict(found: readonly StepOutput[]): Reconciled {
  const [match] = found;
  if (!match) {
    return { status: 'absent', evidence: { statement: 'it is not in the list' } };
  }
  if (found.length > 1) return { status: 'inconclusive', why: `${found.length} are the same` };
  const evidence = { statement: `${match.id} in the list is the same` };
  return { status: 'applied', output: match, evidence };
}

function failureOf(error: unknown): Failure | undefined {
  return AfficheError.isInstance(error) ? (error.details['failure'] as Failure) : undefined;
}
