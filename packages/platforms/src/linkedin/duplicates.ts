import {
  type Account,
  epochMilliseconds,
  type PlatformIo,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import { done } from '../step-result.ts';
import { urlOf } from './addresses.ts';
import { callLinkedIn, encodeUrn, type LinkedIn } from './api.ts';
import { isSamePost, skewSeconds } from './post-match.ts';
import type { PostRequest } from './requests.ts';
import { Post } from './wire.ts';

interface Surroundings {
  readonly outputs: StepProgress['outputs'];
  readonly io: PlatformIo;
  readonly linkedIn: LinkedIn;
}

/**
 * LinkedIn refuses the same words twice and names the first. That is evidence, not proof: the post may
 * be last week's, or a ghost that was rejected since. It is ours only if it can be read, says the
 * same, and is not older than the publication.
 */
export async function confirmDuplicate(
  account: Account,
  { body, notBefore }: PostRequest,
  { failure }: Diagnosis,
  { outputs, io, linkedIn }: Surroundings,
): Promise<StepResult> {
  const urn = /urn:li:(?:share|ugcPost):\w+/.exec(failure.message)?.[0];
  const claimed = Object.values(outputs).some(({ id }) => id === urn);
  if (urn === undefined || claimed) return { status: 'ambiguous', failure };
  const answer = await callLinkedIn(
    account,
    {
      method: 'get',
      path: `/rest/posts/${encodeUrn(urn)}`,
      endpoint: '/rest/posts/:id',
      answer: Post,
      timeoutSeconds: 15,
    },
    io,
    linkedIn,
  );
  if (answer.outcome === 'answered') {
    const { publishedAt, createdAt } = answer.body;
    const at = publishedAt ?? createdAt ?? 0;
    const young = at >= epochMilliseconds(notBefore) - skewSeconds * 1000;
    if (young && isSamePost(answer.body, body)) {
      return done(
        { id: urn, url: urlOf(urn) },
        `the server calls it a duplicate of ${urn}, which is this post`,
      );
    }
  }
  const why =
    answer.outcome === 'answered'
      ? 'is another, older post'
      : answer.outcome === 'refused' && answer.status === 404
        ? 'no longer exists'
        : 'cannot be read with this account';
  const hint = `The post ${urn} ${why}. See ${urlOf(urn)}, and change the words if it is not this one.`;
  return { status: 'ambiguous', failure: { ...failure, hint } };
}
