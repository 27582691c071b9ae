import type { Exchange } from '../http/exchange.ts';
import { openPerson, type Person, personOf } from '../people.ts';
import type { NewAccount, SandboxAccount } from '../sandbox.ts';
import { insertBoard } from './boards.ts';
import { freshNumber, type Pinterest, pinterestError } from './context.ts';

/** Makes an account with one board, or finds it. */
export function openAccount(pinterest: Pinterest, account: NewAccount): SandboxAccount {
  const known = pinterest.database.one('SELECT id FROM account WHERE handle = ?', account.handle);
  if (known) return openPerson(pinterest, account, String(known['id']));
  const opened = openPerson(pinterest, account, `2783${freshNumber(pinterest)}`);
  insertBoard(pinterest, opened.id, { name: 'News', privacy: 'PUBLIC' });
  return opened;
}

/** The account of a request's token. */
export function authenticate(pinterest: Pinterest, exchange: Exchange): Person {
  const person = personOf(pinterest, exchange);
  if (person) return person;
  throw pinterestError(401, 2, 'Authentication failed.');
}
