import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { readNote, writeNote } from '../notes.ts';
import { type Account, authenticate, discussionOf, requireChat } from './accounts.ts';
import { commentsOf, commentView, isRemoved } from './comments.ts';
import { badRequest, field, success, type Telegram } from './context.ts';
import { findMessage, membersNow } from './messages.ts';
import { botView, chatView, messageView } from './message-views.ts';

/** The methods that only tell, which clients call with GET or with POST. */
export function chatRoutes(telegram: Telegram): Route[] {
  const method = (name: string, tell: (account: Account, exchange: Exchange) => unknown) =>
    (['GET', 'POST'] as const).map((verb) =>
      route(verb, `/:bot/${name}`, (exchange) =>
        success(tell(authenticate(telegram, exchange), exchange)),
      ),
    );
  return [
    ...method('getMe', (account) => ({
      ...botView(account),
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    })),
    ...method('getChat', (account, exchange) =>
      chatInfo(telegram, account, requireChat(telegram, account, exchange)),
    ),
    ...method('getChatMemberCount', (account, exchange) => {
      requireChat(telegram, account, exchange);
      return membersNow(telegram, account);
    }),
    ...method('getChatMember', (account, exchange) => {
      requireChat(telegram, account, exchange);
      if (Number(field(exchange, 'user_id')) !== account.bot) throw badRequest('user not found');
      return memberView(telegram, account);
    }),
    ...method('getUpdates', (account, exchange) => updates(telegram, account, exchange)),
  ];
}

function chatInfo(telegram: Telegram, account: Account, chat: number) {
  const inChannel = chat === account.chat;
  const pinned =
    inChannel && account.pinned !== null ? findMessage(telegram, chat, account.pinned) : undefined;
  return {
    ...chatView(account, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    linked_chat_id: inChannel ? discussionOf(account) : account.chat,
    ...(pinned && { pinned_message: messageView(telegram, account, pinned) }),
  };
}

function memberView({ settings: { canPost } }: Telegram, account: Account) {
  if (!canPost) return { status: 'left', user: botView(account) };
  return {
    status: 'administrator',
    user: botView(account),
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: false,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_post_messages: true,
    can_edit_messages: true,
    can_pin_messages: true,
  };
}

const keptMilliseconds = 86_400_000;

/** Comments of a day; those before the offset are forgotten for ever. */
function updates(telegram: Telegram, account: Account, exchange: Exchange) {
  const { database, clock } = telegram;
  const limit = Math.min(100, Math.max(1, Number(field(exchange, 'limit') ?? 100)));
  const note = `offset ${account.bot}`;
  const known = Number(readNote(database, note) ?? 0);
  const offset = Math.max(known, Number(field(exchange, 'offset') ?? 0));
  if (offset > known) writeNote(database, note, String(offset));
  return commentsOf(telegram, account)
    .filter(
      ({ id, update, action }) =>
        update >= offset && action.at > clock.now() - keptMilliseconds && !isRemoved(telegram, id),
    )
    .slice(0, limit)
    .map((comment) => ({
      update_id: comment.update,
      message: commentView(telegram, account, comment),
    }));
}
