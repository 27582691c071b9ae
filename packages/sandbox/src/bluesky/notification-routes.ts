import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import type { Bluesky } from './context.ts';
import { limitParameter, listParameter, requireField } from './fields.ts';
import { type Notification, notificationsOf } from './notifications.ts';
import { authenticate } from './sessions.ts';

const prefix = '/xrpc/app.bsky.notification.';

/** What happened to an account's posts: `app.bsky.notification.*`. */
export function notificationRoutes(bluesky: Bluesky): Route[] {
  return [
    route('GET', `${prefix}listNotifications`, (exchange) => list(bluesky, exchange)),
    route('GET', `${prefix}getUnreadCount`, (exchange) => {
      const { account } = authenticate(bluesky, exchange);
      const unread = notificationsOf(bluesky, account).filter(
        (notification) => !isRead(notification, account.seenAt),
      );
      return { status: 200, body: { count: unread.length } };
    }),
    route('POST', `${prefix}updateSeen`, (exchange) => {
      const { account } = authenticate(bluesky, exchange);
      const seenAt = Date.parse(requireField(exchange.fields, 'seenAt'));
      bluesky.database.run('UPDATE account SET seen_at = ? WHERE did = ?', seenAt, account.did);
      return { status: 200 };
    }),
  ];
}

function list(bluesky: Bluesky, exchange: Exchange): Answer {
  const { account } = authenticate(bluesky, exchange);
  const limit = limitParameter(exchange);
  const reasons = listParameter(exchange, 'reasons');
  const before = exchange.query.get('cursor');
  const all = notificationsOf(bluesky, account)
    .filter(({ reason }) => reasons.length === 0 || reasons.includes(reason))
    .filter(({ position }) => before === null || position < before);
  const page = all.slice(0, limit);
  const last = all.length > limit ? page.at(-1) : undefined;
  return {
    status: 200,
    body: {
      notifications: page.map((notification) => view(notification, account.seenAt)),
      ...(last && { cursor: last.position }),
      seenAt: new Date(account.seenAt).toISOString(),
      priority: false,
    },
  };
}

function view(notification: Notification, seenAt: number) {
  const { reason, subject, at, show } = notification;
  const { uri, cid, author, record } = show();
  return {
    uri,
    cid,
    author,
    reason,
    ...(subject === undefined ? {} : { reasonSubject: subject }),
    record,
    isRead: isRead(notification, seenAt),
    indexedAt: new Date(at).toISOString(),
    labels: [],
  };
}

function isRead({ at }: Notification, seenAt: number): boolean {
  return at <= seenAt;
}
