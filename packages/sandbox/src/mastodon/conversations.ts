import type { Account } from './accounts.ts';
import { compareIds, type Mastodon, recordNotFound } from './context.ts';
import { readerRepliesTo } from './reader-statuses.ts';
import { statusView, viewOf } from './status-views.ts';
import { findStatus, repliesTo } from './statuses.ts';

type View = NonNullable<ReturnType<typeof viewOf>>;

/** What a status answers, and what answers it. */
export function contextOf(mastodon: Mastodon, id: string, viewer: Account | undefined) {
  if (!viewOf(mastodon, id, viewer)) throw recordNotFound();
  return {
    ancestors: ancestorsOf(mastodon, id, viewer),
    descendants: descendantsOf(mastodon, id, viewer),
  };
}

function ancestorsOf(mastodon: Mastodon, id: string, viewer: Account | undefined): View[] {
  const parentId = viewOf(mastodon, id, viewer)?.in_reply_to_id ?? undefined;
  const parent = parentId === undefined ? undefined : viewOf(mastodon, parentId, viewer);
  return parent ? [...ancestorsOf(mastodon, parent.id, viewer), parent] : [];
}

function descendantsOf(mastodon: Mastodon, id: string, viewer: Account | undefined): View[] {
  const status = findStatus(mastodon, id);
  const replies: View[] = [
    ...repliesTo(mastodon, id).map((reply) => statusView(mastodon, reply, viewer)),
    ...(status ? readerRepliesTo(mastodon, status) : []),
  ];
  return replies
    .toSorted((a, b) => compareIds(a.id, b.id))
    .flatMap((reply) => [reply].concat(descendantsOf(mastodon, reply.id, viewer)));
}
