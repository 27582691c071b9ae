import type { Answer, Exchange } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import { personView } from './account-views.ts';
import { type Account, authenticate, viewer } from './accounts.ts';
import { contextOf } from './conversations.ts';
import { type Mastodon, recordNotFound } from './context.ts';
import { once } from './idempotency.ts';
import { pollView, vote } from './polls.ts';
import { checkText, idsOf, publish, textOf } from './posting.ts';
import { type ReactionKind, react, reactionsTo, takeBack } from './reactions.ts';
import {
  readScheduledAt,
  requireScheduled,
  schedule,
  scheduledOf,
  scheduledView,
} from './schedule.ts';
import { canSee, statusView, viewOf } from './status-views.ts';
import { findStatus, type Status } from './statuses.ts';

/** Statuses: `/api/v1/statuses` and what belongs to them. */
export function statusRoutes(mastodon: Mastodon): Route[] {
  const path = (rest: string) => `/api/v1/statuses${rest}`;
  const { database, clock } = mastodon;
  const own = (exchange: Exchange): [Account, Status] => {
    const account = authenticate(mastodon, exchange, 'write:statuses');
    const status = findStatus(mastodon, idOf(exchange));
    if (status?.account !== account.id) throw recordNotFound();
    return [account, status];
  };
  return [
    { method: 'POST', path: path(''), handle: (exchange) => post(mastodon, exchange) },
    {
      method: 'GET',
      path: path('/:id'),
      handle(exchange) {
        const view = viewOf(mastodon, idOf(exchange), viewer(mastodon, exchange));
        if (!view) throw recordNotFound();
        return { status: 200, body: view };
      },
    },
    {
      method: 'GET',
      path: path('/:id/context'),
      handle: (exchange) => ({
        status: 200,
        body: contextOf(mastodon, idOf(exchange), viewer(mastodon, exchange)),
      }),
    },
    {
      method: 'GET',
      path: path('/:id/source'),
      handle(exchange) {
        const [, { id, text, spoilerText }] = own(exchange);
        return { status: 200, body: { id, text, spoiler_text: spoilerText } };
      },
    },
    {
      method: 'PUT',
      path: path('/:id'),
      handle(exchange) {
        const [account, status] = own(exchange);
        const { fields } = exchange;
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
      },
    },
    {
      method: 'DELETE',
      path: path('/:id'),
      handle(exchange) {
        const [account, status] = own(exchange);
        const body = { ...statusView(mastodon, status, account), text: status.text };
        database.run('UPDATE status SET removed_at = ? WHERE id = ?', clock.now(), status.id);
        return { status: 200, body };
      },
    },
    ...toggles(mastodon),
    ...lists(mastodon),
    ...scheduling(mastodon),
    {
      method: 'GET',
      path: '/api/v1/polls/:id',
      handle: (exchange) => poll(mastodon, exchange, viewer(mastodon, exchange)),
    },
    {
      method: 'POST',
      path: '/api/v1/polls/:id/votes',
      handle(exchange) {
        const account = authenticate(mastodon, exchange, 'write:statuses');
        vote(mastodon, idOf(exchange), account.id, exchange.fields['choices']);
        return poll(mastodon, exchange, account);
      },
    },
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
    show: (id) => ({
      status: 200,
      body: scheduledView(mastodon, requireScheduled(mastodon, id, account.id)),
    }),
  });
}

function shown(mastodon: Mastodon, id: string, account: Account): Answer {
  const status = findStatus(mastodon, id);
  if (!status) throw recordNotFound();
  return { status: 200, body: statusView(mastodon, status, account) };
}

function poll(mastodon: Mastodon, exchange: Exchange, account: Account | undefined): Answer {
  const view = pollView(mastodon, idOf(exchange), account?.id);
  if (!view) throw recordNotFound();
  return { status: 200, body: view };
}

/** Favourites, boosts, bookmarks and pins, and how each is taken back. */
function toggles(mastodon: Mastodon): Route[] {
  const kinds: readonly ReactionKind[] = ['favourite', 'reblog', 'bookmark', 'pin'];
  return kinds.flatMap((kind) =>
    [true, false].map((on): Route => ({
      method: 'POST',
      path: `/api/v1/statuses/:id/${on ? '' : 'un'}${kind}`,
      handle(exchange) {
        const account = authenticate(mastodon, exchange, 'write:statuses');
        const id = idOf(exchange);
        const status = findStatus(mastodon, id);
        if (status && !canSee(status, account)) throw recordNotFound();
        if (on) react(mastodon, kind, account.id, id);
        else takeBack(mastodon, kind, account.id, id);
        const view = viewOf(mastodon, id, account);
        if (!view) throw recordNotFound();
        const boost = kind === 'reblog' && on ? { ...view, reblog: view } : view;
        return { status: 200, body: boost };
      },
    })),
  );
}

function lists(mastodon: Mastodon): Route[] {
  const kinds = { favourited_by: 'favourite', reblogged_by: 'reblog' } as const;
  return Object.entries(kinds).map(([name, kind]) => ({
    method: 'GET',
    path: `/api/v1/statuses/:id/${name}`,
    handle: (exchange) => ({
      status: 200,
      body: reactionsTo(mastodon, kind, idOf(exchange)).map(({ account }) =>
        personView(mastodon, account),
      ),
    }),
  }));
}

function scheduling(mastodon: Mastodon): Route[] {
  const { database } = mastodon;
  const path = '/api/v1/scheduled_statuses';
  const mine = (exchange: Exchange, scope: string) => {
    // A server that does not schedule does not have these either.
    if (mastodon.settings.scheduling === 'ignored') throw recordNotFound();
    const account = authenticate(mastodon, exchange, scope);
    const id = exchange.parameters['id'];
    return id === undefined
      ? scheduledOf(mastodon, account.id)
      : [requireScheduled(mastodon, id, account.id)];
  };
  return [
    {
      method: 'GET',
      path,
      handle: (exchange) => ({
        status: 200,
        body: mine(exchange, 'read:statuses').map((each) => scheduledView(mastodon, each)),
      }),
    },
    {
      method: 'GET',
      path: `${path}/:id`,
      handle(exchange) {
        const [scheduled] = mine(exchange, 'read:statuses');
        return { status: 200, body: scheduled && scheduledView(mastodon, scheduled) };
      },
    },
    {
      method: 'PUT',
      path: `${path}/:id`,
      handle(exchange) {
        const [scheduled] = mine(exchange, 'write:statuses');
        const at = readScheduledAt(mastodon, exchange.fields);
        if (!scheduled || at === undefined) throw recordNotFound();
        database.run('UPDATE scheduled_status SET scheduled_at = ? WHERE id = ?', at, scheduled.id);
        return { status: 200, body: scheduledView(mastodon, { ...scheduled, scheduledAt: at }) };
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:id`,
      handle(exchange) {
        const [scheduled] = mine(exchange, 'write:statuses');
        database.run('DELETE FROM scheduled_status WHERE id = ?', scheduled?.id ?? '');
        return { status: 200, body: {} };
      },
    },
  ];
}

function idOf({ parameters }: Exchange): string {
  return parameters['id'] ?? '';
}
