import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { graphError, invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import { page as listPage } from '../meta/pages.ts';
import { findReaderComment } from './comments.ts';
import type { Facebook } from './context.ts';
import { conversationsOf, heardFrom } from './messages.ts';
import { ownPage } from './tokens.ts';
import { wordsOf } from './words.ts';

const week = 7 * 86_400_000;

/** What pages and people say to each other alone. */
export function messageRoutes(facebook: Facebook): Route[] {
  return [
    route('POST', '/:version/:object/messages', (exchange) => send(facebook, exchange)),
    route('GET', '/:version/:object/conversations', (exchange) => {
      const { id, name } = ownPage(facebook, exchange, 'MESSAGING');
      const { platform, user_id: person } = wordsOf(exchange);
      if (platform !== undefined && platform !== 'messenger') throw invalidParameter('platform');
      return listPage(exchange, conversationsOf(facebook, { id, name }, person));
    }),
  ];
}

function send(facebook: Facebook, exchange: Exchange): Answer {
  const { id: page } = ownPage(facebook, exchange, 'MESSAGING');
  const words = wordsOf(exchange);
  const { id, comment_id: comment } = read(words['recipient']);
  const { text = '' } = read(words['message']);
  if (text === '') throw invalidParameter('message.text');
  const person =
    comment === undefined ? writer(facebook, page, id) : commenter(facebook, page, comment);
  const sent = freshId(facebook, 'message', text);
  facebook.database.run(
    'INSERT INTO message (id, page, person, name, text, comment, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    sent,
    page,
    person.id,
    person.name,
    text,
    comment ?? null,
    facebook.clock.now(),
  );
  return { status: 200, body: { recipient_id: person.id, message_id: sent } };
}

/** Somebody who wrote to the page within a day. */
function writer(facebook: Facebook, page: string, id = '') {
  const heard = heardFrom(facebook, page, id);
  if (!heard) throw graphError({ message: '(#100) No matching user found', code: 100 });
  if (facebook.clock.now() <= heard.at + 86_400_000) return heard;
  throw graphError({
    message: '(#10) This message is sent outside of allowed window.',
    code: 10,
    subcode: 2018278,
  });
}

/** Who commented within a week, and was not answered in private yet. */
function commenter(facebook: Facebook, page: string, id: string) {
  const comment = findReaderComment(facebook, id);
  if (!comment || comment.page !== page) throw objectMissing(id);
  const old = facebook.clock.now() > Date.parse(comment.created_time) + week;
  if (old || facebook.database.one('SELECT 1 FROM message WHERE comment = ?', id)) {
    throw graphError({ message: '(#10900) Activity already replied to', code: 10900 });
  }
  return comment.from;
}

function read(text = ''): Record<string, string | undefined> {
  try {
    return Object(JSON.parse(text)) as Record<string, string | undefined>;
  } catch {
    return {};
  }
}
