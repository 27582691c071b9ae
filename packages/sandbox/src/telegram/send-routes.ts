import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate } from './accounts.ts';
import { success, type Telegram } from './context.ts';
import type { Message } from './messages.ts';
import { messageView } from './message-views.ts';
import { sendAlbum, sendFile, sendPoll, sendText } from './sending.ts';

const files = {
  sendPhoto: 'photo',
  sendVideo: 'video',
  sendAnimation: 'animation',
  sendAudio: 'audio',
  sendDocument: 'document',
};

/** The methods that make messages. */
export function sendRoutes(telegram: Telegram): Route[] {
  const method = (
    name: string,
    work: (account: Account, exchange: Exchange) => Message | Message[],
  ) =>
    route('POST', `/:bot/${name}`, (exchange): Answer => {
      const account = authenticate(telegram, exchange);
      const sent = work(account, exchange);
      return success(
        Array.isArray(sent)
          ? sent.map((each) => messageView(telegram, account, each))
          : messageView(telegram, account, sent),
      );
    });
  return [
    method('sendMessage', (account, exchange) => sendText(telegram, account, exchange)),
    method('sendMediaGroup', (account, exchange) => sendAlbum(telegram, account, exchange)),
    method('sendPoll', (account, exchange) => sendPoll(telegram, account, exchange)),
    ...Object.entries(files).map(([name, kind]) =>
      method(name, (account, exchange) => sendFile(telegram, account, exchange, kind)),
    ),
  ];
}
