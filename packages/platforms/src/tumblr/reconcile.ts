import {
  type Account,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { cannotLook, lookupVerdict, type Unclear } from '../lookup-verdict.ts';
import { itemsSince } from '../newest-first.ts';
import { sameWords } from '../same-words.ts';
import { ofBlog, tumblr } from './api.ts';
import { PostRequest } from './requests.ts';
import { postUrl } from './run.ts';
import { Fetched, type Post, Posts } from './wire.ts';

const pageSize = 20;
const mostPages = 5;

/** Where posts of each state are listed. */
const lists = {
  published: 'posts',
  private: 'posts',
  queue: 'posts/queue',
  draft: 'posts/draft',
} as const;

/** Looks for a post among the newest of its kind: by its words, its link, and what it shows. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  const request = PostRequest.parse(step.request);
  if (request.id !== undefined) return reconcileEdit(account, request.id, request, io);
  const posts = await newest(account, request, armedAt, io);
  if ('status' in posts) return posts;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = posts.filter((post) => !claimed.has(post.id_string) && isSamePost(post, request));
  return lookupVerdict(
    matches.map((post) => ({
      id: post.id_string,
      ...(request.body.state === 'published' && { url: postUrl(account, post.id_string) }),
    })),
    `the ${posts.length} newest posts`,
  );
}

/** One that was edited may be old: it is asked for by its number. */
async function reconcileEdit(
  account: Account,
  id: string,
  request: PostRequest,
  io: PlatformIo,
): Promise<Reconciled> {
  const call = {
    method: 'get',
    ...ofBlog(account.id, `posts/${id}`, 'posts/:post'),
    search: { post_format: 'npf' },
    answer: Fetched,
    timeoutSeconds: 15,
  } as const;
  const answer = await tumblr.call(account, call, io);
  if (answer.outcome !== 'answered') return cannotLook(tumblr.diagnose(answer, call, io));
  const matches = isSamePost(answer.body.response, request) ? [{ id }] : [];
  return lookupVerdict(matches, `the post ${id}`);
}

function newest(
  account: Account,
  { body: { state } }: PostRequest,
  since: Instant,
  io: PlatformIo,
): Promise<Post[] | Unclear> {
  return itemsSince(
    async (cursor: { readonly offset: number; readonly last: string } | undefined) => {
      const offset = cursor?.offset ?? 0;
      const place = state === 'draft' ? { before_id: cursor?.last } : { limit: pageSize, offset };
      const call = {
        method: 'get',
        ...ofBlog(account.id, lists[state]),
        search: { npf: true, ...place },
        answer: Posts,
        timeoutSeconds: 15,
      } as const;
      const answer = await tumblr.call(account, call, io);
      if (answer.outcome !== 'answered') return cannotLook(tumblr.diagnose(answer, call, io));
      const { posts: items } = answer.body.response;
      const last = items.at(-1)?.id_string;
      const isLast = items.length < pageSize || last === undefined;
      return { items, next: isLast ? undefined : { offset: offset + items.length, last } };
    },
    // In the queue a post has no time yet.
    { since, madeAt: ({ timestamp }) => timestamp, mostPages, owner: 'the blog' },
  );
}

function isSamePost({ content }: Pick<Post, 'content'>, { body }: PostRequest): boolean {
  return (
    sameWords(wordsIn(content), wordsIn(body.content)) &&
    kindsIn(content) === kindsIn(body.content) &&
    addressIn(content) === addressIn(body.content)
  );
}

/** A block of either side: what a server sends is not trusted to be text. */
interface Block {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly url?: unknown;
}

function wordsIn(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => (typeof text === 'string' ? text : '')).join(' ');
}

function kindsIn(blocks: readonly Block[]): string {
  return blocks
    .map(({ type }) => String(type))
    .filter((type) => type !== 'text')
    .join(' ');
}

function addressIn(blocks: readonly Block[]): string | undefined {
  return URL.parse(String(blocks.find(({ type }) => type === 'link')?.url))?.href;
}
