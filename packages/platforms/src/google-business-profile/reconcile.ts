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
import type { z } from 'zod';
import { cannotLook, lookupVerdict, type Unclear } from '../lookup-verdict.ts';
import { itemsSince } from '../newest-first.ts';
import { sameWords } from '../same-words.ts';
import { business } from './api.ts';
import { EditRequest, PostRequest, ReplyRequest } from './requests.ts';
import { LocalPost, LocalPosts, Review } from './wire.ts';

const mostPages = 3;
// As long as a post is waited for that was seen to be taken.
const patienceSeconds = 600;
const lookAgainSeconds = 120;

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
  const posts = await newest(account, armedAt, io);
  if ('status' in posts) return posts;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = posts.filter(
    (post) =>
      !claimed.has(post.name) &&
      post.topicType === topicType &&
      sameWords(post.summary ?? '', summary),
  );
  return (
    moderation(matches, armedAt, io) ??
    lookupVerdict(
      matches.map(({ name, searchUrl }) => ({ id: name, url: searchUrl })),
      `the ${posts.length} newest posts`,
    )
  );
}

/** What Google still looks at, or has rejected, is in the list as well, and nobody else sees it. */
function moderation(
  [match, ...others]: readonly LocalPost[],
  armedAt: Instant,
  { clock }: PlatformIo,
): Reconciled | undefined {
  if (!match || others.length > 0) return undefined;
  if (match.state === 'REJECTED') {
    return { status: 'inconclusive', why: `Google rejected what ${match.name} says` };
  }
  const isPatient = clock.now() < epochMilliseconds(armedAt) + patienceSeconds * 1000;
  if (match.state !== 'PROCESSING' || !isPatient) return undefined;
  const retryAt = instant(clock.now() + lookAgainSeconds * 1000);
  return { status: 'inconclusive', why: `Google still looks at ${match.name}`, retryAt };
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

function newest(account: Account, since: Instant, io: PlatformIo): Promise<LocalPost[] | Unclear> {
  return itemsSince(
    async (pageToken: string | undefined) => {
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
      const { localPosts: items, nextPageToken: next } = answer.body;
      return { items, next };
    },
    { since, madeAt: ({ createTime }) => createTime, mostPages, owner: 'the place' },
  );
}
