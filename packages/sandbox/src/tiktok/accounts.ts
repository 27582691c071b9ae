import type { Exchange } from '../http/exchange.ts';
import { openPerson, type Person, personOf, secretOf } from '../people.ts';
import type { NewAccount, SandboxAccount } from '../sandbox.ts';
import { type TikTok, tiktokError } from './context.ts';

/** Makes a creator, or finds it. */
export function openAccount(tiktok: TikTok, account: NewAccount): SandboxAccount {
  const id = `-000${secretOf(tiktok, `account ${account.handle}`).slice(0, 30)}`;
  return openPerson(tiktok, account, id);
}

/** The creator of a request's token. */
export function authenticate(tiktok: TikTok, exchange: Exchange): Person {
  const person = personOf(tiktok, exchange);
  if (person) return person;
  const message = 'The access token is invalid or not found in the request.';
  throw tiktokError(401, 'access_token_invalid', message);
}
