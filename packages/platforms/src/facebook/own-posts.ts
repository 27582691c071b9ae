import { type Account, epochMilliseconds, type Instant, type PlatformIo } from '@affiche/core';
import { callGraph, diagnoseGraph, type GraphCall } from '../meta/graph.ts';
import type { Unanswered } from '../http.ts';
import { cannotLook, type Unclear } from '../lookup-verdict.ts';
import { sameWords } from '../same-words.ts';
import { facebookNetwork, pathOf, type Setup } from './api.ts';
import type { PostRequest } from './requests.ts';
import { type Post, Posts } from './wire.ts';

/** How far two honest clocks may be apart. */
export const skewSeconds = 120;
/** How many posts or comments are looked through. */
export const pageSize = 100;

/** The page's posts since a moment that show what was to be shown, or why nobody can tell. */
export async function findPosts(
  account: Account,
  request: PostRequest,
  armedAt: Instant,
  io: PlatformIo,
  { version }: Setup,
): Promise<Post[] | Unclear> {
  const waiting = request.fields['scheduled_publish_time'];
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const found = waiting === undefined ? [] : await list('scheduled_posts', undefined);
  if ('status' in found) return found;
  const planned = found.filter(
    (post) => post.scheduled_publish_time === Number(waiting) && shows(post, request),
  );
  if (planned.length > 0) return planned;
  // What was to wait may be out by now, and its moment is then the one it waited for.
  const published = await list('published_posts', since);
  if ('status' in published) return published;
  return published.filter(
    (post) => epochMilliseconds(post.created_time) >= since && shows(post, request),
  );

  async function list(edge: string, from: number | undefined): Promise<Post[] | Unclear> {
    const call = {
      method: 'get',
      path: pathOf(account.id, edge),
      endpoint: `/:page/${edge}`,
      search: {
        fields:
          'id,message,created_time,scheduled_publish_time,permalink_url,attachments{url,unshimmed_url,target,subattachments}',
        limit: pageSize,
        ...(from !== undefined && { since: Math.floor(from / 1000) }),
      },
      version,
      answer: Posts,
      timeoutSeconds: 15,
    } as const;
    const answer = await callGraph(facebookNetwork, account, call, io);
    if (answer.outcome !== 'answered') return cannotTell(answer, call, io);
    if (answer.body.paging?.next === undefined) return answer.body.data;
    return {
      status: 'inconclusive',
      why: 'the page has too many posts since then to look through',
    };
  }
}

/** No answer to a question, and what that means for whoever asked. */
export function cannotTell(answer: Unanswered, call: GraphCall<unknown>, io: PlatformIo): Unclear {
  return cannotLook(diagnoseGraph(facebookNetwork, answer, call, io));
}

/**
 * Whether a post says and shows the same. Pictures have numbers of their own, and a link that is made
 * for one post tells it from all others; where the network does not tell, nothing speaks against it.
 */
function shows({ message, attachments }: Post, { fields, photos }: PostRequest): boolean {
  if (!sameWords(message, fields['message'] ?? '')) return false;
  const shown = (attachments?.data ?? []).flatMap((each) => [
    each,
    ...(each.subattachments?.data ?? []),
  ]);
  const targets = new Set(shown.flatMap(({ target }) => target?.id ?? []));
  if (photos.length > 0 && targets.size > 0) return photos.every((photo) => targets.has(photo));
  const { link } = fields;
  const links = shown.flatMap(({ unshimmed_url: url }) => url ?? []);
  if (link !== undefined && links.length > 0) {
    return links.some((url) => sameAddress(url, link));
  }
  return (photos.length > 0 || link !== undefined) === shown.length > 0;
}

function sameAddress(one: string, other: string): boolean {
  return URL.parse(one)?.href === URL.parse(other)?.href;
}
