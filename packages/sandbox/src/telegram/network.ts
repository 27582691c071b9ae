import type { Fault } from '../faults/fault.ts';
import type { Answer } from '../http/exchange.ts';
import type { Network } from '../http/network.ts';
import { writeNote } from '../notes.ts';
import { chatRoutes } from './chat-routes.ts';
import { failure, type Telegram } from './context.ts';
import { editRoutes } from './edit-routes.ts';
import { admit, tooMany } from './rate-limits.ts';
import { sendRoutes } from './send-routes.ts';

/** Telegram's side of the pipeline. */
export function telegramNetwork(telegram: Telegram): Network {
  const { database, clock } = telegram;
  return {
    routes: [...sendRoutes(telegram), ...editRoutes(telegram), ...chatRoutes(telegram)],
    nameOf: ({ method, path }) => `${method} ${path.replace('/:bot/', '')}`,
    admit: (exchange, route) => admit(telegram, exchange, route),
    unknown: () => failure(404, 'Not Found'),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}

function faultAnswer({ effect, status = 500, retryAfterSeconds }: Fault): Answer {
  if (effect === 'rate-limit') {
    return retryAfterSeconds === undefined
      ? failure(429, 'Too Many Requests')
      : tooMany(retryAfterSeconds);
  }
  if (effect === 'expire-token') return failure(401, 'Unauthorized');
  if (effect === 'reject-after-commit') return failure(400, 'Bad Request: RANDOM_ID_DUPLICATE');
  return failure(status, 'Internal Server Error');
}
