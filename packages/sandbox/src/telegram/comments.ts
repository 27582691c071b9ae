import type { AudienceAction } from '../audience/audience.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import { type Account, discussionOf } from './accounts.ts';
import { hash, type Telegram } from './context.ts';
import { audiencePost, type Message, messagesOf } from './messages.ts';
import { chatView, messageView } from './message-views.ts';

/** What a simulated reader wrote under a post. */
interface Comment {
  readonly id: number;
  /** The number of its update, counted from the first comment that the channel ever got. */
  readonly update: number;
  readonly post: Message;
  readonly action: AudienceAction;
}

/** Everything that readers have commented under a channel's posts so far, oldest first. */
export function commentsOf(telegram: Telegram, account: Account): Comment[] {
  const { audience, clock } = telegram;
  return messagesOf(telegram, account.chat)
    .filter(({ chat }) => chat === account.chat)
    .flatMap((post) =>
      audience
        .actions(audiencePost(post), clock.now())
        .filter(({ kind }) => kind === 'reply')
        .map((action) => ({ id: idOf(post, action), post, action })),
    )
    .toSorted((one, other) => one.action.at - other.action.at)
    .map((comment, index) => Object.assign(comment, { update: 700_000_001 + index }));
}

/** Finds a comment; nothing is stored of it, so everything is looked through. */
export function findComment(telegram: Telegram, account: Account, id: number): Comment | undefined {
  const comment = commentsOf(telegram, account).find((each) => each.id === id);
  return comment && !isRemoved(telegram, id) ? comment : undefined;
}

/** Whether somebody has deleted a comment. */
export function isRemoved({ database }: Telegram, id: number): boolean {
  return database.one('SELECT 1 FROM removed_comment WHERE id = ?', id) !== undefined;
}

/** A comment as the interface shows it: an answer to the copy of the post in the group. */
export function commentView(telegram: Telegram, account: Account, comment: Comment) {
  const { id, post, action } = comment;
  const { index, name, displayName } = readerOf(action.reader);
  const chat = chatView(account, discussionOf(account));
  const channel = chatView(account, account.chat);
  const date = Math.floor(post.sentAt / 1000);
  const { poll: _, ...shown } = messageView(telegram, account, post);
  return {
    message_id: id,
    date: Math.floor(action.at / 1000),
    chat,
    from: {
      id: 1_000_000 + index,
      is_bot: false,
      first_name: displayName,
      username: name.replace('-', '_'),
    },
    text: phraseOf(action.choice, undefined),
    reply_to_message: {
      ...shown,
      chat,
      sender_chat: channel,
      is_automatic_forward: true,
      forward_origin: { type: 'channel', date, chat: channel, message_id: post.id },
    },
  };
}

function idOf({ id }: Message, { at, reader, choice }: AudienceAction): number {
  return 1_000_000 + (hash(`${id} ${at} ${reader} ${choice}`).readUInt32BE(0) >>> 2);
}
