import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
} from '@affiche/core';
import { cannotLook, lookupVerdict } from '../lookup-verdict.ts';
import { sameWords } from '../same-words.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import { skewSeconds } from './own-media.ts';
import type { CommentRequest } from './requests.ts';
import { readIdentity } from './identity.ts';
import { type Comment, Comments } from './wire.ts';

/** What is looked for, and which comments other steps made. */
export interface CommentSearch {
  readonly request: CommentRequest;
  readonly armedAt: Instant;
  readonly claimed: ReadonlySet<string | undefined>;
}

const pageSize = 50;
const mostPages = 4;
const words = 'our comments';

/** Looks for a comment of ours among those under a post or a comment. */
export async function findComment(
  account: Account,
  search: CommentSearch,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Reconciled> {
  const { target, answers } = search.request;
  const edge = answers === 'comment' ? 'replies' : 'comments';
  const { username } = await readIdentity(account, io, instagram);
  const found: Comment[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const call = {
      method: 'get',
      path: `/${encodeURIComponent(target)}/${edge}`,
      endpoint: answers === 'comment' ? '/:comment/replies' : '/:media/comments',
      search: { fields: 'id,text,username,timestamp', limit: pageSize, after },
      answer: Comments,
      timeoutSeconds: 15,
    } as const;
    const answer = await callInstagram(account, call, io, instagram);
    if (answer.outcome !== 'answered') return cannotLook(diagnoseInstagram(answer, call, io));
    const { data, paging } = answer.body;
    found.push(...data.filter((comment) => isOurs(comment, username, search)));
    after = paging?.next === undefined ? undefined : paging.cursors?.after;
    if (after === undefined) return lookupVerdict(found, words);
  }
  const why = 'there are too many comments to look through';
  return found.length === 0 ? { status: 'inconclusive', why } : lookupVerdict(found, words);
}

function isOurs(
  { id, text, username, timestamp }: Comment,
  own: string | undefined,
  { request, armedAt, claimed }: CommentSearch,
): boolean {
  return (
    !claimed.has(id) &&
    epochMilliseconds(timestamp) >= epochMilliseconds(armedAt) - skewSeconds * 1000 &&
    (own === undefined || username === undefined || username === own) &&
    sameWords(text, request.message)
  );
}
