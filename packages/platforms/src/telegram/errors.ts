import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { Refusal } from './wire.ts';

const sending = [
  'sendMessage',
  'sendPhoto',
  'sendVideo',
  'sendAnimation',
  'sendAudio',
  'sendDocument',
  'sendMediaGroup',
  'sendPoll',
].map((method) => `POST ${method}`);
const changes = [
  ...sending,
  ...['pinChatMessage', 'deleteMessages', 'editMessageText', 'editMessageCaption'].map(
    (method) => `POST ${method}`,
  ),
];

// Telegram has no codes but HTTP's; these sentences come from looking at the request, before it acts.
const rows: readonly ErrorRow[] = [
  {
    status: [401, 404],
    message: /^(?:Unauthorized|Not Found)$/,
    kind: 'auth-expired',
    absence: true,
    hint: 'The bot’s token is wrong or was revoked: ask @BotFather for another one.',
  },
  {
    endpoint: changes,
    status: 403,
    message: /^Forbidden: /,
    kind: 'permission',
    absence: true,
    hint: 'Make the bot a member, and in a channel an administrator who may post messages.',
  },
  {
    endpoint: changes,
    status: 400,
    message:
      /not enough rights|need administrator rights|have no rights|CHAT_(?:WRITE_FORBIDDEN|ADMIN_REQUIRED|SEND_\w+_FORBIDDEN)/,
    kind: 'permission',
    absence: true,
    hint: 'Make the bot an administrator who may do this.',
  },
  { status: 429, kind: 'rate-limited', absence: true },
  {
    status: 400,
    message: /upgraded to a supergroup/,
    kind: 'gone',
    absence: true,
    hint: 'The group is a supergroup now: correct the account’s id.',
  },
  {
    endpoint: changes,
    status: 400,
    message: /chat not found|message (?:thread|to \w+(?: \w+)?) not found|TOPIC_(?:CLOSED|DELETED)/,
    kind: 'gone',
    absence: true,
    hint: 'It was deleted, or the bot is not in the chat.',
  },
  {
    endpoint: changes,
    status: 400,
    message: /message is not modified/,
    kind: 'duplicate',
    absence: true,
  },
  {
    endpoint: sending,
    status: 400,
    message:
      /is too long|can't parse|is empty|must be (?:non-)?empty|wrong (?:file|type|remote)|IMAGE_PROCESS_FAILED|PHOTO_\w+|POLL_\w+|entit(?:y|ies)|at (?:least|most)|group chat was|must be/i,
    kind: 'invalid',
    absence: true,
  },
  {
    endpoint: changes,
    status: 413,
    kind: 'invalid',
    absence: true,
    hint: 'Make the file smaller: bots send 50 MB, and 10 MB of a photo.',
  },
  {
    endpoint: 'GET getUpdates',
    status: 409,
    kind: 'invalid',
    hint: 'Updates go to a webhook, or another process asks for them: only one of them can.',
  },
];

/**
 * What Telegram's refusals mean.
 *
 * @see {@link https://core.telegram.org/bots/api#making-requests | Telegram: making requests} (2026-11-21)
 */
export const telegramErrors: ErrorTable = {
  read(body) {
    const { data } = Refusal.safeParse(body);
    return data ? { code: String(data.error_code), message: data.description } : {};
  },
  rows,
  patienceSeconds: 60,
};
