import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import type { z } from 'zod';
import { cannotLook, lookupVerdict } from '../lookup-verdict.ts';
import { sameWords } from '../same-words.ts';
import { business } from './api.ts';
import { EditRequest, PostRequest, ReplyRequest } from './requests.ts';
import { LocalPost, LocalPosts, Review } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;
const mostPages = 3;

/** Looks for a post among the newest, by its words; and at what was changed or answered. */
export async function reconcile(
  account: Account,
  { kind, request }: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (kind === 'edit-post') {
    const { name, body } = EditRequest.parse(request);
    const post = await look(account, name, '/v4/:post', LocalPost, io);
    return 'status' in post ? post : compare(name, post.found.summary, body.summary);
  }
  if (kind === 'reply-review') {
    const { review, text } = ReplyRequest.parse(request);
    const read = await look(account, review, '/v4/:review', Review, io);
    return 'status' in read
      ? read
      : compare(`${review}/reply`, read.found.reviewReply?.comment, text);
  }
  const { summary, topicType } = PostRequest.parse(request).body;
  const posts = await newest(account, epochMilliseconds(armedAt) - skewSeconds * 1000, io);
  if ('status' in posts) return posts;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = posts.filter(
    (post) =>
      !claimed.has(post.name) &&
      post.topicType === topicType &&
      sameWords(post.summary ?? '', summary),
  );
  return lookupVerdict(
    matches.map(({ name, searchUrl }) => ({ id: name, url: searchUrl })),
    `the ${posts.length} newest posts`,
  );
}

function compare(id: string, said: string | undefined, wanted: string): Reconciled {
  if (said === undefined || !sameWords(said, wanted)) {
    return { status: 'absent', evidence: { statement: `${id} says something else` } };
  }
  const statement = `${id} says what it was to say`;
  return { status: 'applied', output: { id }, evidence: { statement } };
}

async function look<Found>(
  account: Account,
  name: string,
  endpoint: string,
  answer: z.ZodType<Found>,
  io: PlatformIo,
): Promise<{ readonly found: Found } | Reconciled> {
  const call = {
    method: 'get',
    path: `/v4/${name}`,
    endpoint,
    answer,
    timeoutSeconds: 15,
  } as const;
  const read = await business.call(account, call, io);
  if (read.outcome !== 'answered') return cannotLook(business.diagnose(read, call, io));
  return { found: read.body };
}

async function newest(
  account: Account,
  since: number,
  io: PlatformIo,
): Promise<LocalPost[] | Reconciled> {
  const found: LocalPost[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const call = {
      method: 'get',
      path: `/v4/${account.id}/localPosts`,
      endpoint: '/v4/:location/localPosts',
      search: { pageSize: 100, pageToken },
      answer: LocalPosts,
      timeoutSeconds: 15,
    } as const;
    const answer = await business.call(account, call, io);
    if (answer.outcome !== 'answered') return cannotLook(business.diagnose(answer, call, io));
    const { localPosts, nextPageToken } = answer.body;
    const young = localPosts.filter(
      ({ createTime }) => createTime === undefined || epochMilliseconds(createTime) >= since,
    );
    found.push(...young);
    pageToken = nextPageToken;
    if (pageToken === undefined || young.length === 0) return found;
  }
  return { status: 'inconclusive', why: 'there are too many new posts to look through' };
}
