import { type Account, epochMilliseconds, type Instant, type PlatformIo } from '@affiche/core';
import { cannotLook, type Unclear } from '../lookup-verdict.ts';
import { sameWords } from '../same-words.ts';
import { callThreads, diagnoseThreads } from './api.ts';
import type { PublishRequest } from './requests.ts';
import { type Post, Posts } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;
const pageSize = 100;

/** The account's posts since a moment that say what was to be said, or why nobody can tell. */
export async function findMatches(
  account: Account,
  request: PublishRequest,
  armedAt: Instant,
  io: PlatformIo,
  version: string | undefined,
): Promise<Post[] | Unclear> {
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const list = request.replyTo === undefined ? 'threads' : 'replies';
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(account.id)}/${list}`,
    endpoint: `/:user/${list}`,
    search: {
      fields: `id,text,permalink,timestamp,media_type,is_quote_post${list === 'replies' ? ',replied_to' : ''}`,
      since: Math.floor(since / 1000),
      limit: pageSize,
    },
    version,
    answer: Posts,
    timeoutSeconds: 15,
  } as const;
  const answer = await callThreads(account, call, io);
  if (answer.outcome !== 'answered') return cannotLook(diagnoseThreads(answer, call, io));
  if (answer.body.paging?.next !== undefined) {
    return {
      status: 'inconclusive',
      why: 'the account posted too much since then to look through',
    };
  }
  return answer.body.data.filter(
    (post) => epochMilliseconds(post.timestamp) >= since && matches(post, request),
  );
}

function matches(post: Post, { text, replyTo, quotes }: PublishRequest): boolean {
  return (
    post.media_type !== 'REPOST_FACADE' &&
    sameWords(post.text ?? '', text) &&
    (post.is_quote_post ?? false) === quotes &&
    // Where the network does not say what a post answers, nothing speaks against it.
    (post.replied_to === undefined || post.replied_to.id === replyTo)
  );
}
