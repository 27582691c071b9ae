import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { fieldsOf } from '../meta/fields.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import { findComment } from './comments.ts';
import type { Instagram } from './context.ts';
import { own } from './own-account.ts';

const week = 7 * 86_400_000;

/** Messages to people alone, and answers in private to what they said in public. */
export function messageRoutes(instagram: Instagram): Route[] {
  return [
    route('POST', `/${instagram.settings.version}/:user/messages`, (exchange) =>
      send(instagram, exchange),
    ),
  ];
}

function send(instagram: Instagram, exchange: Exchange): Answer {
  const account = own(instagram, exchange);
  const { recipient, message } = fieldsOf(exchange);
  const { id, comment_id: comment } = read(recipient);
  const { text = '' } = read(message);
  if (text === '' || Buffer.byteLength(text) > 1000) throw invalidParameter('message.text');
  const person = comment === undefined ? id : personOf(instagram, comment);
  if (person === undefined) throw invalidParameter('recipient');
  const sent = freshId(instagram, 'message', text);
  instagram.database.run(
    'INSERT INTO message (id, account, recipient, text, sent_at) VALUES (?, ?, ?, ?, ?)',
    sent,
    account.id,
    person,
    text,
    instagram.clock.now(),
  );
  return { status: 200, body: { recipient_id: person, message_id: sent } };
}

/** Who said it; a week later nobody is answered in private any more. */
function personOf(instagram: Instagram, id: string): string {
  const comment = findComment(instagram, id);
  if (!comment) throw objectMissing(id);
  if (instagram.clock.now() > comment.at + week) throw invalidParameter('The comment is too old.');
  return comment.author.id;
}

function read(text = ''): Record<string, string | undefined> {
  try {
    return Object(JSON.parse(text)) as Record<string, string | undefined>;
  } catch {
    return {};
  }
}
