import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { cannotLook, lookupVerdict, unseen } from '../lookup-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { commentUrn, urlOf } from './addresses.ts';
import {
  callLinkedIn,
  diagnoseLinkedIn,
  encodeUrn,
  type LinkedIn,
  type LinkedInCall,
} from './api.ts';
import { isSamePost, skewSeconds } from './post-match.ts';
import { CommentRequest, PostRequest } from './requests.ts';
import { isOrganization } from './rules.ts';
import { Comments, Posts } from './wire.ts';

const pageSize = 100;

interface Found {
  readonly id: string;
  readonly url?: string;
}

/** Looks for a post or a comment of an organization; what members did the network does not tell. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<Reconciled> {
  if (step.kind !== 'create-post' && step.kind !== 'create-comment') return unseen;
  if (!isOrganization(account)) {
    return {
      status: 'inconclusive',
      why: 'LinkedIn lets no application list what a member posted: somebody must look',
    };
  }
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const look = { account, since, claimed, io, linkedIn };
  const request = fillOutputs(step.request, outputs);
  return step.kind === 'create-post'
    ? findPost(PostRequest.parse(request), look)
    : findComment(CommentRequest.parse(request), look);
}

interface Look {
  readonly account: Account;
  readonly since: number;
  readonly claimed: ReadonlySet<string | undefined>;
  readonly io: PlatformIo;
  readonly linkedIn: LinkedIn;
}

async function findPost({ body }: PostRequest, look: Look): Promise<Reconciled> {
  const { account, since, claimed, io, linkedIn } = look;
  const call: LinkedInCall<Posts> = {
    method: 'get',
    path: `/rest/posts?q=author&author=${encodeUrn(account.id)}&count=${pageSize}&sortBy=LAST_MODIFIED`,
    endpoint: '/rest/posts',
    finder: true,
    answer: Posts,
    timeoutSeconds: 15,
  };
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') return cannotLook(diagnoseLinkedIn(answer, call, io));
  const young = answer.body.elements.filter(
    ({ publishedAt, createdAt }) => (publishedAt ?? createdAt ?? Infinity) >= since,
  );
  const matches = young
    .filter((post) => !claimed.has(post.id) && isSamePost(post, body))
    .map(({ id }) => ({ id, url: urlOf(id) }));
  return verdict(matches, young.length);
}

async function findComment({ target, object, text }: CommentRequest, look: Look) {
  const { account, since, claimed, io, linkedIn } = look;
  const call: LinkedInCall<Comments> = {
    method: 'get',
    path: `/rest/socialActions/${encodeUrn(target)}/comments?count=${pageSize}`,
    endpoint: '/rest/socialActions/:id/comments',
    answer: Comments,
    timeoutSeconds: 15,
  };
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') return cannotLook(diagnoseLinkedIn(answer, call, io));
  const { elements } = answer.body;
  const matches = elements
    .filter(
      ({ actor, created, message }) =>
        actor === account.id && created.time >= since && sameWords(message.text, text),
    )
    .map((comment) => ({ id: commentUrn(comment.commentUrn ?? comment.id, object) }))
    .filter(({ id }) => !claimed.has(id));
  return verdict(matches, elements.length);
}

function verdict(matches: readonly Found[], looked: number): Reconciled {
  if (matches.length === 0 && looked >= pageSize) {
    return { status: 'inconclusive', why: 'there is too much since then to look through' };
  }
  return lookupVerdict(matches, `the ${looked} that were found`);
}
