import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, isThread, requireWebhook } from './accounts.ts';
import { type Discord, invalidForm, refusal, snowflake } from './context.ts';
import { checkFields, readFields, readFiles } from './message-fields.ts';
import { insertMessage, removeMessage, requireMessage } from './messages.ts';
import { changeMessage } from './message-change.ts';
import { messageView } from './message-views.ts';

const base = '/api/v10/webhooks/:webhook/:token';

/** What a webhook can do with nothing but its address. */
export function webhookRoutes(discord: Discord): Route[] {
  const own = `${base}/messages/:message`;
  return [
    route('GET', base, (exchange) => {
      const { webhook, channel, guild, handle } = requireWebhook(discord, exchange);
      const named = { id: webhook, name: handle, avatar: null, type: 1 };
      const body = { ...named, application_id: null, channel_id: channel, guild_id: guild };
      return { status: 200, body };
    }),
    route('POST', base, (exchange) => post(discord, exchange)),
    route('GET', own, (exchange) => {
      const { account, message } = find(discord, exchange);
      return { status: 200, body: messageView(discord, account, message) };
    }),
    route('PATCH', own, (exchange) => {
      const { account, message } = find(discord, exchange);
      return changeMessage(discord, account, message, exchange);
    }),
    route('DELETE', own, (exchange) => {
      removeMessage(discord, find(discord, exchange).message);
      return { status: 204 };
    }),
  ];
}

function post(discord: Discord, exchange: Exchange) {
  const account = requireWebhook(discord, exchange);
  const fields = readFields(exchange);
  const files = readFiles(discord, exchange);
  checkFields(discord, fields, files);
  const place = placeOf(discord, account, exchange, fields['thread_name']);
  const message = insertMessage(discord, account, { ...place, byBot: false, fields, files });
  if (exchange.query.get('wait') !== 'true') return { status: 204 };
  return { status: 200, body: messageView(discord, account, message) };
}

/** The channel itself, a thread of it, or one that the message opens. */
function placeOf(discord: Discord, account: Account, exchange: Exchange, title: unknown) {
  const { database, settings } = discord;
  const thread = exchange.query.get('thread_id');
  if (thread !== null) {
    if (title !== undefined) {
      const message =
        'Webhooks posted to forum channels cannot have both a thread_name and thread_id';
      throw refusal(400, 220_002, message);
    }
    if (!isThread(discord, account, thread)) throw refusal(404, 10_003, 'Unknown Channel');
    return { channel: thread };
  }
  if (!settings.forum) {
    if (title === undefined) return { channel: account.channel };
    throw refusal(400, 220_003, 'Webhooks can only create threads in forum channels');
  }
  if (typeof title !== 'string') {
    const message = 'Webhooks posted to forum channels must have a thread_name or thread_id';
    throw refusal(400, 220_001, message);
  }
  if (title.trim() === '') throw invalidForm('thread_name', 'BASE_TYPE_REQUIRED', 'Required');
  const id = snowflake(discord);
  database.run(
    'INSERT INTO thread (id, parent, name) VALUES (?, ?, ?)',
    id,
    account.channel,
    title,
  );
  return { channel: id, id };
}

function find(discord: Discord, exchange: Exchange) {
  const account = requireWebhook(discord, exchange);
  const channel = exchange.query.get('thread_id') ?? account.channel;
  const message = requireMessage(discord, channel, exchange.parameters['message'] ?? '');
  return { account, message };
}
