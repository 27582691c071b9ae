import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { accountView, personView, readerView } from './account-views.ts';
import {
  type Account,
  authenticate,
  findAccount,
  findAccountNamed,
  readerWithUsername,
  viewer,
} from './accounts.ts';
import { type Mastodon, recordNotFound } from './context.ts';
import { notificationsOf, notificationView } from './notifications.ts';
import { page } from './pages.ts';
import { react, reactionsBy, reactionsTo, takeBack } from './reactions.ts';
import { hashtags } from './status-text.ts';
import { canSee, statusView } from './status-views.ts';
import { allStatuses, statusesOf } from './statuses.ts';

/** Accounts, their statuses and what happened to them: `/api/v1/accounts` and its neighbours. */
export function accountRoutes(mastodon: Mastodon): Route[] {
  return [
    route('GET', '/api/v1/accounts/verify_credentials', (exchange) => {
      const account = authenticate(mastodon, exchange, 'read:accounts');
      return { status: 200, body: credentialView(mastodon, account) };
    }),
    route('GET', '/api/v1/accounts/lookup', (exchange) => {
      const acct = (exchange.query.get('acct') ?? '').replace(/^@/, '').split('@')[0] ?? '';
      const view = named(mastodon, acct);
      if (!view) throw recordNotFound();
      return { status: 200, body: view };
    }),
    route('GET', '/api/v1/accounts/relationships', (exchange) => {
      const me = authenticate(mastodon, exchange, 'read:follows');
      const ids = [...exchange.query.getAll('id[]'), ...exchange.query.getAll('id')];
      return { status: 200, body: ids.map((id) => relationship(mastodon, me, id)) };
    }),
    route('GET', '/api/v1/accounts/:id', ({ parameters }) => {
      const view = personView(mastodon, parameters['id'] ?? '');
      if (!view) throw recordNotFound();
      return { status: 200, body: view };
    }),
    route('GET', '/api/v1/accounts/:id/statuses', (exchange) => statusesPage(mastodon, exchange)),
    ...[true, false].map((on): Route => ({
      method: 'POST',
      path: `/api/v1/accounts/:id/${on ? 'follow' : 'unfollow'}`,
      handle(exchange) {
        const me = authenticate(mastodon, exchange, 'write:follows');
        const id = exchange.parameters['id'] ?? '';
        if (!findAccount(mastodon, id)) throw recordNotFound();
        if (on) react(mastodon, 'follow', me.id, id);
        else takeBack(mastodon, 'follow', me.id, id);
        return { status: 200, body: relationship(mastodon, me, id) };
      },
    })),
    route('GET', '/api/v1/notifications', (exchange) => {
      const account = authenticate(mastodon, exchange, 'read:notifications');
      const types = exchange.query.getAll('types[]');
      const without = exchange.query.getAll('exclude_types[]');
      const notifications = notificationsOf(mastodon, account)
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .filter(({ type }) => !without.includes(type));
      const limits = { usual: 40, most: 80, url: mastodon.url() };
      const { body, ...rest } = page(exchange, notifications, limits);
      return { ...rest, body: body.map((each) => notificationView(each)) };
    }),
    route('GET', '/api/v2/search', (exchange) => {
      const me = authenticate(mastodon, exchange, 'read:search');
      return { status: 200, body: search(mastodon, exchange, me) };
    }),
  ];
}

function statusesPage(mastodon: Mastodon, exchange: Exchange) {
  const { query, parameters } = exchange;
  const who = viewer(mastodon, exchange);
  const id = parameters['id'] ?? '';
  if (!personView(mastodon, id)) throw recordNotFound();
  const yes = (name: string) => ['true', '1'].includes(query.get(name) ?? '');
  const statuses = statusesOf(mastodon, id)
    .filter((status) => canSee(status, who))
    .filter(({ inReplyTo }) => !yes('exclude_replies') || inReplyTo === null)
    .filter(({ media }) => !yes('only_media') || media.length > 0);
  const { body, ...rest } = page(exchange, statuses, { usual: 20, most: 40, url: mastodon.url() });
  return { ...rest, body: body.map((status) => statusView(mastodon, status, who)) };
}

function search(mastodon: Mastodon, { query }: Exchange, me: Account) {
  const text = (query.get('q') ?? '').toLowerCase();
  const type = query.get('type');
  const wants = (kind: string) => type === null || type === kind;
  const name = text.replace(/^@/, '').split('@')[0] ?? '';
  const account = wants('accounts') ? named(mastodon, name) : undefined;
  const found = allStatuses(mastodon).filter(
    (status) => canSee(status, me) && status.text.toLowerCase().includes(text),
  );
  const tags = new Set(found.flatMap((status) => hashtags(status.text)));
  return {
    accounts: account ? [account] : [],
    statuses: wants('statuses')
      ? found
          .toReversed()
          .slice(0, 40)
          .map((status) => statusView(mastodon, status, me))
      : [],
    hashtags: wants('hashtags')
      ? [...tags]
          .filter((tag) => tag.includes(text.replace(/^#/, '')))
          .map((tag) => ({ id: tag, name: tag, url: `${mastodon.url()}/tags/${tag}`, history: [] }))
      : [],
  };
}

function named(mastodon: Mastodon, username: string) {
  const account = findAccountNamed(mastodon, username);
  if (account) return accountView(mastodon, account);
  const reader = readerWithUsername(username);
  return reader && readerView(mastodon, reader);
}

function credentialView(mastodon: Mastodon, account: Account) {
  return {
    ...accountView(mastodon, account),
    source: {
      privacy: 'public',
      sensitive: false,
      language: null,
      note: '',
      fields: [],
      follow_requests_count: 0,
      discoverable: true,
      indexable: false,
      hide_collections: false,
      attribution_domains: [],
      quote_policy: 'public',
    },
    role: { id: '-99', name: '', color: '', permissions: '0', highlighted: false },
  };
}

function relationship(mastodon: Mastodon, me: Account, id: string) {
  const follows = (who: string, whom: string) =>
    reactionsBy(mastodon, 'follow', who).some(({ subject }) => subject === whom);
  const following = follows(me.id, id);
  return {
    id,
    following,
    showing_reblogs: following,
    notifying: false,
    languages: null,
    followed_by: reactionsTo(mastodon, 'follow', me.id).some(({ account }) => account === id),
    blocking: false,
    blocked_by: false,
    muting: false,
    muting_notifications: false,
    requested: false,
    requested_by: false,
    domain_blocking: false,
    endorsed: false,
    note: '',
  };
}
