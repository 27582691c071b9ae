import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, authenticate, findAccount } from './accounts.ts';
import { freshId, invalid, refuse, type X } from './context.ts';

/** Direct messages between accounts of this server. */
export function messageRoutes(x: X): Route[] {
  return [
    route('POST', '/2/dm_conversations/with/:id/messages', (exchange) => send(x, exchange)),
    route('GET', '/2/dm_conversations/with/:id/dm_events', (exchange) =>
      show(x, exchange, exchange.parameters['id']),
    ),
    route('GET', '/2/dm_events', (exchange) => show(x, exchange)),
  ];
}

function send(x: X, exchange: Exchange): Answer {
  const { id: sender } = authenticate(x, exchange);
  const { id: to = '' } = exchange.parameters;
  if (!findAccount(x, to)) throw refuse(404, `Could not find user [${to}].`, 'resource-not-found');
  const { text } = exchange.fields;
  if (typeof text !== 'string' || text === '') throw invalid('text is required.');
  const id = freshId(x, 'message', `${sender} ${to} ${text}`);
  x.database.run(
    'INSERT INTO message (id, sender, recipient, text, sent_at) VALUES (?, ?, ?, ?, ?)',
    id,
    sender,
    to,
    text,
    x.clock.now(),
  );
  const between = conversationOf(sender, to);
  return { status: 201, body: { data: { dm_conversation_id: between, dm_event_id: id } } };
}

function show(x: X, exchange: Exchange, person?: string): Answer {
  const { id } = authenticate(x, exchange);
  const { query } = exchange;
  const most = Number(query.get('max_results') ?? 100);
  if (!(most >= 1 && most <= 100)) throw invalid('max_results is a number from 1 to 100.');
  const first = Number(query.get('pagination_token')?.replace('page-', '') ?? 0);
  const all = x.database
    .all(
      'SELECT * FROM message WHERE ? IN (sender, recipient) ORDER BY sent_at DESC, rowid DESC',
      id,
    )
    .filter(({ sender, recipient }) => person === undefined || [sender, recipient].includes(person))
    .slice(first);
  const data = all.slice(0, most).map((row) => ({
    id: row['id'],
    event_type: 'MessageCreate',
    text: row['text'],
    sender_id: row['sender'],
    dm_conversation_id: conversationOf(String(row['sender']), String(row['recipient'])),
    created_at: new Date(Number(row['sent_at'])).toISOString(),
  }));
  const senders = new Set(data.map(({ sender_id: sender }) => String(sender)));
  const users = [...senders].flatMap((each) => userOf(findAccount(x, each)));
  const next = all.length > most ? { next_token: `page-${first + most}` } : {};
  return {
    status: 200,
    body: {
      ...(data.length > 0 && { data, includes: { users } }),
      meta: { result_count: data.length, ...next },
    },
  };
}

function userOf(account: Account | undefined) {
  return account ? [{ id: account.id, username: account.username, name: account.name }] : [];
}

function conversationOf(one: string, other: string): string {
  return [one, other].toSorted((a, b) => Number(BigInt(a) - BigInt(b))).join('-');
}
