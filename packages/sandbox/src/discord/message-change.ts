import type { Answer, Exchange } from '../http/exchange.ts';
import type { Account } from './accounts.ts';
import type { Discord } from './context.ts';
import { checkFields, readFields } from './message-fields.ts';
import { type Message, requireMessage, rewrite } from './messages.ts';
import { messageView } from './message-views.ts';

/** Changes what a message says, for a webhook and for a bot alike. */
export function changeMessage(
  discord: Discord,
  account: Account,
  message: Message,
  exchange: Exchange,
): Answer {
  const fields = { ...message.fields, ...readFields(exchange) };
  checkFields(discord, fields, message.files);
  rewrite(discord, message, fields);
  const changed = requireMessage(discord, message.channel, message.id);
  return { status: 200, body: messageView(discord, account, changed) };
}
