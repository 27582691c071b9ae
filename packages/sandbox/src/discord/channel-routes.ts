import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/body-fields.ts';
import { type Route, route } from '../http/route.ts';
import { requireBot, requireChannel } from './accounts.ts';
import { type Discord, invalidForm } from './context.ts';
import { checkFields, readFields, readFiles } from './message-fields.ts';
import { insertMessage, messagesIn, removeMessage, requireMessage } from './messages.ts';
import { changeMessage } from './message-change.ts';
import { messageView, userView } from './message-views.ts';

const channels = '/api/v10/channels/:channel';

/** What a bot can do in its channel. */
export function channelRoutes(discord: Discord): Route[] {
  const messages = `${channels}/messages`;
  return [
    route('GET', '/api/v10/users/@me', (exchange) => {
      const { bot, handle } = requireBot(discord, exchange);
      return { status: 200, body: { ...userView(bot, handle), mfa_enabled: false, locale: 'fr' } };
    }),
    route('GET', channels, (exchange) => {
      const { account, channel } = place(discord, exchange);
      const type = discord.settings.forum ? 15 : 0;
      return {
        status: 200,
        body: { id: channel, type, name: account.handle, guild_id: account.guild },
      };
    }),
    route('GET', messages, (exchange) => list(discord, exchange)),
    route('POST', messages, (exchange) => post(discord, exchange)),
    route('GET', `${messages}/:message`, (exchange) => {
      const { account, message } = find(discord, exchange);
      return { status: 200, body: messageView(discord, account, message) };
    }),
    route('PATCH', `${messages}/:message`, (exchange) => {
      const { account, message } = find(discord, exchange);
      return changeMessage(discord, account, message, exchange);
    }),
    route('DELETE', `${messages}/:message`, (exchange) => {
      removeMessage(discord, find(discord, exchange).message);
      return { status: 204 };
    }),
  ];
}

function place(discord: Discord, exchange: Exchange) {
  const account = requireBot(discord, exchange);
  const channel = requireChannel(discord, account, exchange.parameters['channel'] ?? '');
  return { account, channel };
}

function find(discord: Discord, exchange: Exchange) {
  const { account, channel } = place(discord, exchange);
  const message = requireMessage(discord, channel, exchange.parameters['message'] ?? '');
  return { account, message };
}

/** The newest first; without permission to read them, messages of others say nothing. */
function list(discord: Discord, exchange: Exchange) {
  const { account, channel } = place(discord, exchange);
  const after = BigInt(exchange.query.get('after') ?? 0);
  const limit = Math.min(100, Number(exchange.query.get('limit') ?? 50));
  const views = messagesIn(discord, channel)
    .filter(({ id }) => BigInt(id) > after)
    .slice(0, limit)
    .map((message) => {
      const { poll, ...view } = messageView(discord, account, message);
      if (discord.settings.showsContent || message.byBot) return { ...view, ...(poll && { poll }) };
      return { ...view, content: '', embeds: [], attachments: [] };
    });
  return { status: 200, body: views.toReversed() };
}

function post(discord: Discord, exchange: Exchange) {
  const { account, channel } = place(discord, exchange);
  const fields = readFields(exchange);
  const files = readFiles(discord, exchange);
  checkFields(discord, fields, files);
  const reference = fields['message_reference'];
  if (isRecord(reference) && reference['fail_if_not_exists'] !== false) {
    const id = String(reference['message_id']);
    if (!messagesIn(discord, channel).some((message) => message.id === id)) {
      throw invalidForm('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
    }
  }
  const message = insertMessage(discord, account, { channel, byBot: true, fields, files });
  return { status: 200, body: messageView(discord, account, message) };
}
