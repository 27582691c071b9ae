import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate, requireChat } from './accounts.ts';
import { findComment } from './comments.ts';
import { badRequest, field, success, type Telegram } from './context.ts';
import { findMessage, type Message, removeMessage, rewrite } from './messages.ts';
import { messageView } from './message-views.ts';
import { readText } from './text-rules.ts';

/** The methods that change messages, delete them, and pin them. */
export function editRoutes(telegram: Telegram): Route[] {
  const { database } = telegram;
  return [
    route('POST', '/:bot/editMessageText', (exchange) => edit(telegram, exchange, 'text')),
    route('POST', '/:bot/editMessageCaption', (exchange) => edit(telegram, exchange, 'caption')),
    route('POST', '/:bot/deleteMessage', (exchange) => {
      const account = authenticate(telegram, exchange);
      const chat = requireChat(telegram, account, exchange);
      if (!remove(telegram, account, chat, Number(field(exchange, 'message_id')))) {
        throw badRequest('message to delete not found');
      }
      return success(true);
    }),
    route('POST', '/:bot/deleteMessages', (exchange) => {
      const account = authenticate(telegram, exchange);
      const chat = requireChat(telegram, account, exchange);
      const ids = field(exchange, 'message_ids');
      if (!Array.isArray(ids) || ids.length < 1 || ids.length > 100) {
        throw badRequest('message_ids must be a list of 1-100 identifiers');
      }
      for (const id of ids) remove(telegram, account, chat, Number(id));
      return success(true);
    }),
    route('POST', '/:bot/pinChatMessage', (exchange) => {
      const account = authenticate(telegram, exchange);
      const chat = requireChat(telegram, account, exchange);
      const { id } = requireMessage(telegram, chat, exchange, 'message to pin not found');
      database.run('UPDATE account SET pinned = ? WHERE chat = ?', id, account.chat);
      return success(true);
    }),
  ];
}

function edit(telegram: Telegram, exchange: Exchange, part: 'text' | 'caption') {
  const account = authenticate(telegram, exchange);
  const chat = requireChat(telegram, account, exchange);
  const message = requireMessage(telegram, chat, exchange, 'message to edit not found');
  if ((part === 'text') !== (message.method === 'sendMessage')) {
    throw badRequest(`there is no ${part} in the message to edit`);
  }
  const spans = field(exchange, part === 'text' ? 'entities' : 'caption_entities');
  const { text, entities } = readText(field(exchange, part), spans, {
    most: part === 'text' ? 4096 : 1024,
    what: part === 'text' ? 'message' : 'message caption',
    needed: part === 'text',
  });
  const fields = { ...message.fields, [part]: text, entities };
  if (JSON.stringify(fields) === JSON.stringify(message.fields)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  rewrite(telegram, message, fields);
  return success(
    messageView(telegram, account, findMessage(telegram, chat, message.id) ?? message),
  );
}

function requireMessage(
  telegram: Telegram,
  chat: number,
  exchange: Exchange,
  otherwise: string,
): Message {
  const message = findMessage(telegram, chat, Number(field(exchange, 'message_id')));
  if (!message) throw badRequest(otherwise);
  return message;
}

function remove(telegram: Telegram, account: Account, chat: number, id: number): boolean {
  if (removeMessage(telegram, chat, id)) return true;
  if (chat === account.chat || !findComment(telegram, account, id)) return false;
  telegram.database.run('INSERT OR IGNORE INTO removed_comment (id) VALUES (?)', id);
  return true;
}
