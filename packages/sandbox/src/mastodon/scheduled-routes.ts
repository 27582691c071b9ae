import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate } from './accounts.ts';
import { type Mastodon, recordNotFound } from './context.ts';
import {
  readScheduledAt,
  requireScheduled,
  type Scheduled,
  scheduledOf,
  scheduledView,
} from './schedule.ts';

const path = '/api/v1/scheduled_statuses';

/** Statuses that wait: `/api/v1/scheduled_statuses`. */
export function scheduledRoutes(mastodon: Mastodon): Route[] {
  const { database } = mastodon;
  return [
    route('GET', path, (exchange) => {
      const waiting = scheduledOf(mastodon, owner(mastodon, exchange, 'read:statuses').id);
      return { status: 200, body: waiting.map((each) => scheduledView(mastodon, each)) };
    }),
    route('GET', `${path}/:id`, (exchange) => {
      const scheduled = mine(mastodon, exchange, 'read:statuses');
      return { status: 200, body: scheduledView(mastodon, scheduled) };
    }),
    route('PUT', `${path}/:id`, (exchange) => {
      const scheduled = mine(mastodon, exchange, 'write:statuses');
      const at = readScheduledAt(mastodon, exchange.fields) ?? scheduled.scheduledAt;
      database.run('UPDATE scheduled_status SET scheduled_at = ? WHERE id = ?', at, scheduled.id);
      return { status: 200, body: scheduledView(mastodon, { ...scheduled, scheduledAt: at }) };
    }),
    route('DELETE', `${path}/:id`, (exchange) => {
      const scheduled = mine(mastodon, exchange, 'write:statuses');
      database.run('DELETE FROM scheduled_status WHERE id = ?', scheduled.id);
      return { status: 200, body: {} };
    }),
  ];
}

function mine(mastodon: Mastodon, exchange: Exchange, scope: string): Scheduled {
  const account = owner(mastodon, exchange, scope);
  return requireScheduled(mastodon, exchange.parameters['id'] ?? '', account.id);
}

function owner(mastodon: Mastodon, exchange: Exchange, scope: string): Account {
  // A server that does not schedule does not have these either.
  if (mastodon.settings.scheduling === 'ignored') throw recordNotFound();
  return authenticate(mastodon, exchange, scope);
}
