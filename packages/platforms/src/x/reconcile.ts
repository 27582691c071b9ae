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
import { callX, diagnoseX } from './api.ts';
import { matchesPost } from './post-match.ts';
import { PostBody } from './requests.ts';
import { urlOf } from './post-address.ts';
import type { XSettings } from './settings.ts';
import { Posts } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;

/** Looks through the account's own posts for one that says the same and is young enough. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  { fieldDialect = 'tweet' }: XSettings,
): Promise<Reconciled> {
  if (step.kind !== 'create-post') return unseen;
  const body = PostBody.parse(fillOutputs(step.request, outputs));
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const call = {
    method: 'get',
    path: `/2/users/${encodeURIComponent(account.id)}/tweets`,
    endpoint: '/2/users/:id/tweets',
    search: {
      max_results: 100,
      exclude: 'retweets',
      // X takes whole seconds only.
      start_time: `${new Date(since).toISOString().slice(0, 19)}Z`,
      [`${fieldDialect}.fields`]: [
        'created_at,text,entities,author_id',
        fieldDialect === 'tweet' ? 'referenced_tweets,note_tweet' : 'referenced_posts,note_post',
      ].join(','),
    },
    answer: Posts,
    timeoutSeconds: 15,
  } as const;
  const answer = await callX(account, call, io);
  if (answer.outcome !== 'answered') return cannotLook(diagnoseX(answer, call, io));
  if (answer.body.meta?.next_token !== undefined) {
    return {
      status: 'inconclusive',
      why: 'the account posted too much since then',
    };
  }
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const { data } = answer.body;
  const matches = data.filter((post) => !claimed.has(post.id) && matchesPost(post, body));
  return lookupVerdict(
    matches.map(({ id }) => ({ id, url: urlOf(id) })),
    `the account's ${data.length} posts since then`,
  );
}
