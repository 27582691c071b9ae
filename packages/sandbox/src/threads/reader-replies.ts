import type { AudienceAction } from '../audience/audience.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import { graphMoment, hash } from '../meta/identity.ts';
import type { Threads } from './context.ts';
import { allPosts, audiencePost, type Post } from './posts.ts';

/** Everything that simulated readers have answered to a post so far, and that is seen, as the API shows it. */
export function readerRepliesTo(threads: Threads, post: Post) {
  return repliesIn(threads, post)
    .map((action) => readerReply(threads, post, action))
    .filter(({ id }) => standing(threads, post, id) === 'approved');
}

/** What waits until the author lets it be seen. */
export function pendingRepliesTo(threads: Threads, post: Post) {
  return repliesIn(threads, post)
    .map((action) => readerReply(threads, post, action))
    .filter(({ id }) => standing(threads, post, id) === 'pending');
}

function standing({ database }: Threads, { fields }: Post, reply: string) {
  if (fields['enable_reply_approvals'] !== 'true') return 'approved';
  const row = database.one('SELECT approved FROM approval WHERE reply = ?', reply);
  if (!row) return 'pending';
  return row['approved'] === 1 ? 'approved' : 'rejected';
}

/** Finds what a simulated reader wrote; nothing is stored of it, so everything is looked through. */
export function findReaderReply(threads: Threads, id: string) {
  for (const post of allPosts(threads)) {
    const action = repliesIn(threads, post).find((each) => idOf(post, each) === id);
    if (action) return readerReply(threads, post, action);
  }
  return undefined;
}

function repliesIn({ audience, clock }: Threads, post: Post): AudienceAction[] {
  return audience.actions(audiencePost(post), clock.now()).filter(({ kind }) => kind === 'reply');
}

function readerReply(threads: Threads, post: Post, action: AudienceAction) {
  const id = idOf(post, action);
  const { name } = readerOf(action.reader);
  const username = name.replace('-', '_');
  const hidden = threads.database.one('SELECT 1 FROM hidden WHERE reply = ?', id) !== undefined;
  return {
    id,
    text: phraseOf(action.choice, undefined),
    username,
    permalink: `${threads.url()}/@${username}/post/${id}`,
    timestamp: graphMoment(action.at),
    media_type: 'TEXT_POST',
    has_replies: false,
    is_reply: true,
    is_reply_owned_by_me: false,
    hide_status: hidden ? 'HIDDEN' : 'NOT_HUSHED',
    replied_to: { id: post.id },
    root_post: { id: post.id },
  };
}

function idOf({ id }: Post, { at, reader, choice }: AudienceAction): string {
  const number = hash(`${id} ${at} ${reader} ${choice}`).readUIntBE(0, 6);
  return `18${String(number).padStart(15, '0')}`;
}
