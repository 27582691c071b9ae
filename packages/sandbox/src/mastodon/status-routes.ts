import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate, viewer } from './accounts.ts';
import { type Mastodon, recordNotFound } from './context.ts';
import { contextOf } from './conversations.ts';
import { once } from './idempotency.ts';
import { checkText, idsOf, publish, textOf } from './posting.ts';
import { readScheduledAt, requireScheduled, schedule, scheduledView } from './schedule.ts';
import { statusView, viewOf } from './status-views.ts';
import { findStatus, type Status } from './statuses.ts';

const statuses = '/api/v1/statuses';

/** Statuses: `/api/v1/statuses`. */
export function statusRoutes(mastodon: Mastodon): Route[] {
  return [
    route('POST', statuses, (exchange) => post(mastodon, exchange)),
    route('GET', `${statuses}/:id`, (exchange) => {
      const view = viewOf(mastodon, idOf(exchange), viewer(mastodon, exchange));
      if (!view) throw recordNotFound();
      return { status: 200, body: view };
    }),
    route('GET', `${statuses}/:id/context`, (exchange) => {
      const body = contextOf(mastodon, idOf(exchange), viewer(mastodon, exchange));
      return { status: 200, body };
    }),
    route('GET', `${statuses}/:id/source`, (exchange) => {
      const [, { id, text, spoilerText }] = own(mastodon, exchange);
      return { status: 200, body: { id, text, spoiler_text: spoilerText } };
    }),
    route('PUT', `${statuses}/:id`, (exchange) => edit(mastodon, exchange)),
    route('DELETE', `${statuses}/:id`, (exchange) => remove(mastodon, exchange)),
  ];
}

function post(mastodon: Mastodon, exchange: Exchange): Answer | Promise<Answer> {
  const { settings, clock } = mastodon;
  const { fields } = exchange;
  const account = authenticate(mastodon, exchange, 'write:statuses');
  const at = settings.scheduling === 'honoured' ? readScheduledAt(mastodon, fields) : undefined;
  if (at === undefined) {
    return once(mastodon, exchange, account.id, {
      make: () => publish(mastodon, account, fields, clock.now()).id,
      show: (id) => shown(mastodon, id, account),
    });
  }
  return once(mastodon, exchange, account.id, {
    make: () => schedule(mastodon, account, fields, at).id,
    show(id) {
      const body = scheduledView(mastodon, requireScheduled(mastodon, id, account.id));
      return { status: 200, body };
    },
  });
}

function edit(mastodon: Mastodon, exchange: Exchange): Answer {
  const { database, clock } = mastodon;
  const { fields } = exchange;
  const [account, status] = own(mastodon, exchange);
  const more = status.media.length > 0 || status.hasPoll || idsOf(fields).length > 0;
  checkText(mastodon, fields, more);
  database.run(
    'UPDATE status SET text = ?, spoiler_text = ?, edited_at = ? WHERE id = ?',
    textOf(fields, 'status'),
    textOf(fields, 'spoiler_text'),
    clock.now(),
    status.id,
  );
  return shown(mastodon, status.id, account);
}

function remove(mastodon: Mastodon, exchange: Exchange): Answer {
  const { database, clock } = mastodon;
  const [account, status] = own(mastodon, exchange);
  const body = { ...statusView(mastodon, status, account), text: status.text };
  database.run('UPDATE status SET removed_at = ? WHERE id = ?', clock.now(), status.id);
  return { status: 200, body };
}

function own(mastodon: Mastodon, exchange: Exchange): [Account, Status] {
  const account = authenticate(mastodon, exchange, 'write:statuses');
  const status = findStatus(mastodon, idOf(exchange));
  if (status?.account !== account.id) throw recordNotFound();
  return [account, status];
}

function shown(mastodon: Mastodon, id: string, account: Account): Answer {
  const status = findStatus(mastodon, id);
  if (!status) throw recordNotFound();
  return { status: 200, body: statusView(mastodon, status, account) };
}

function idOf({ parameters }: Exchange): string {
  return parameters['id'] ?? '';
}
