import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { platformError } from '../step-result.ts';
import { callX, diagnoseX } from './api.ts';
import { matchesPost } from './post-match.ts';
import { PostBody } from './requests.ts';
import { urlOf } from './run.ts';
import type { XSettings } from './settings.ts';
import { type Post, Posts } from './wire.ts';

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
  if (step.kind !== 'create-post') {
    const statement = 'nobody sees this step, and it may be repeated';
    return { status: 'absent', evidence: { statement } };
  }
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
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseX(answer, call, io);
    if (diagnosis.failure.kind === 'auth-expired') throw platformError(diagnosis);
    const { message, retryAt } = diagnosis.failure;
    return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
  }
  if (answer.body.meta?.next_token !== undefined) {
    return {
      status: 'inconclusive',
      why: 'the account posted too much since then',
    };
  }
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = answer.body.data.filter(
    (post) => !claimed.has(post.id) && matchesPost(post, body),
  );
  return verdict(matches, answer.body.data.length);
}

function verdict(matches: readonly Post[], looked: number): Reconciled {
  const [match] = matches;
  if (!match) {
    const statement = `none of the account's ${looked} posts since then says the same`;
    return { status: 'absent', evidence: { statement } };
  }
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return { status: 'inconclusive', why: `${matches.length} posts say the same: ${ids}` };
  }
  return {
    status: 'applied',
    output: { id: match.id, url: urlOf(match.id) },
    evidence: { statement: `the account's post ${match.id} says the same` },
  };
}
