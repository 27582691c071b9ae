import { isRecord } from '../http/body-fields.ts';
import type { Account } from './accounts.ts';
import type { Discord } from './context.ts';
import type { Fields } from './message-fields.ts';
import { audiencePost, type Message } from './messages.ts';

/** A bot, or the person that a webhook plays. */
export function userView(id: string, username: string) {
  return {
    id,
    username,
    avatar: null,
    discriminator: '0000',
    public_flags: 0,
    flags: 0,
    bot: true,
    global_name: null,
    primary_guild: null,
  };
}

/** A message as the interface shows it. */
export function messageView(discord: Discord, account: Account, message: Message) {
  const { id, channel, byBot, fields, sentAt, editedAt } = message;
  const name = typeof fields['username'] === 'string' ? fields['username'] : account.handle;
  const { message_id: answered } = isRecord(fields['message_reference'])
    ? fields['message_reference']
    : {};
  const reactions = discord.audience.count(audiencePost(message), 'like', discord.clock.now());
  return {
    id,
    type: answered === undefined ? 0 : 19,
    channel_id: channel,
    author: byBot ? userView(account.bot, account.handle) : userView(account.webhook, name),
    content: typeof fields['content'] === 'string' ? fields['content'].trim() : '',
    timestamp: new Date(sentAt).toISOString(),
    edited_timestamp: editedAt === null ? null : new Date(editedAt).toISOString(),
    tts: false,
    pinned: false,
    mentions: [],
    mention_roles: [],
    mention_everyone: callsEveryone(fields),
    flags: Number(fields['flags'] ?? 0),
    components: [],
    attachments: attachmentViews(discord, message),
    embeds: Array.isArray(fields['embeds'])
      ? fields['embeds'].map((embed: Fields) => ({ type: 'rich', ...embed }))
      : [],
    ...(!byBot && { webhook_id: account.webhook, application_id: account.bot }),
    ...(typeof fields['nonce'] === 'string' && { nonce: fields['nonce'] }),
    ...(answered !== undefined && {
      message_reference: { type: 0, channel_id: channel, message_id: answered },
    }),
    ...(reactions > 0 && { reactions: [reactionView(reactions)] }),
    ...(isRecord(fields['poll']) && { poll: pollView(fields['poll'], sentAt) }),
  };
}

function callsEveryone({ content, allowed_mentions: allowed }: Fields): boolean {
  const parse = isRecord(allowed) ? allowed['parse'] : undefined;
  const may = allowed === undefined || (Array.isArray(parse) && parse.includes('everyone'));
  return may && typeof content === 'string' && /@(?:everyone|here)/.test(content);
}

function attachmentViews({ url }: Discord, { id, channel, files, fields }: Message) {
  const described = Array.isArray(fields['attachments']) ? fields['attachments'] : [];
  return files.map(({ name, type, bytes }, index) => {
    const address = `${url()}/attachments/${channel}/${id}/${name}`;
    const { description } = (described[index] ?? {}) as { description?: string };
    return {
      id: `${id}${index}`.slice(-18),
      filename: name,
      size: bytes,
      url: address,
      proxy_url: address,
      content_type: type,
      ...(description !== undefined && { description }),
    };
  });
}

function reactionView(count: number) {
  return {
    emoji: { id: null, name: '🥐' },
    count,
    count_details: { burst: 0, normal: count },
    burst_colors: [],
    me_burst: false,
    me: false,
  };
}

function pollView(
  { question, answers, duration, allow_multiselect: multiple }: Fields,
  at: number,
) {
  const list = Array.isArray(answers) ? (answers as Fields[]) : [];
  return {
    question,
    answers: list.map((answer, index) => ({
      answer_id: index + 1,
      poll_media: answer['poll_media'],
    })),
    expiry: new Date(at + Number(duration ?? 24) * 3_600_000).toISOString(),
    allow_multiselect: multiple === true,
    layout_type: 1,
    results: { answer_counts: [], is_finalized: false },
  };
}
