import type { Row } from '../database.ts';
import { graphMoment } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import type { Page } from './pages.ts';

// People who are answered in private write back, once, after an hour.
const answerAfter = 3_600_000;

interface Message {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly fromPage: boolean;
  readonly text: string;
  readonly at: number;
}

/** What was said between a page and people, the latest first; with one person, where one is asked for. */
export function conversationsOf(
  facebook: Facebook,
  page: Pick<Page, 'id' | 'name'>,
  person: string | undefined,
) {
  const groups = Map.groupBy(messagesOf(facebook, page.id), (message) => message.person.id);
  return [...groups]
    .filter(([id]) => person === undefined || id === person)
    .map(([id, messages]) => ({
      id: `t_${id}`,
      messages: {
        data: messages.map((message) => view(message, page)),
      },
    }));
}

/** When somebody last wrote to a page. */
export function heardFrom(facebook: Facebook, page: string, person: string) {
  const found = messagesOf(facebook, page).find(
    (message) => !message.fromPage && message.person.id === person,
  );
  return found && { ...found.person, at: found.at };
}

function messagesOf({ database, clock }: Facebook, page: string): Message[] {
  return database
    .all('SELECT * FROM message WHERE page = ? ORDER BY sent_at, rowid', page)
    .flatMap((row) => withAnswer(row))
    .filter(({ at }) => at <= clock.now())
    .toSorted((one, other) => other.at - one.at);
}

function withAnswer(row: Row): Message[] {
  const person = { id: String(row['person']), name: String(row['name']) };
  const id = String(row['id']);
  const at = Number(row['sent_at']);
  const message = { id, person, fromPage: true, text: String(row['text']), at };
  if (row['comment'] === null) return [message];
  const answer = { id: `${id}_answer`, person, fromPage: false, text: 'Thanks!' };
  return [message, { ...answer, at: at + answerAfter }];
}

function view({ id, person, fromPage, text, at }: Message, page: Pick<Page, 'id' | 'name'>) {
  const [from, to] = fromPage ? [page, person] : [person, page];
  return {
    id,
    message: text,
    from: { id: from.id, name: from.name },
    to: { data: [{ id: to.id, name: to.name }] },
    created_time: graphMoment(at),
  };
}
