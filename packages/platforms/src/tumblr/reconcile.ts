import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { cannotLook, lookupVerdict } from '../lookup-verdict.ts';
import { sameWords } from '../same-words.ts';
import { ofBlog, tumblr } from './api.ts';
import { PostRequest } from './requests.ts';
import { postUrl } from './run.ts';
import { Fetched, type Post, Posts } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;
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
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const posts = await newest(account, request, since, io);
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

async function newest(
  account: Account,
  { body }: PostRequest,
  since: number,
  io: PlatformIo,
): Promise<Post[] | Reconciled> {
  const found: Post[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const place =
      body.state === 'draft'
        ? { before_id: found.at(-1)?.id_string }
        : { limit: pageSize, offset: page * pageSize };
    const call = {
      method: 'get',
      ...ofBlog(account.id, lists[body.state]),
      search: { npf: true, ...place },
      answer: Posts,
      timeoutSeconds: 15,
    } as const;
    const answer = await tumblr.call(account, call, io);
    if (answer.outcome !== 'answered') return cannotLook(tumblr.diagnose(answer, call, io));
    const { posts } = answer.body.response;
    // In the queue a post has no time yet.
    const young = posts.filter(
      ({ timestamp }) => !timestamp || epochMilliseconds(timestamp) >= since,
    );
    found.push(...young);
    if (posts.length < pageSize || young.length < posts.length) return found;
  }
  return { status: 'inconclusive', why: 'the blog has too many new posts to look through' };
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
