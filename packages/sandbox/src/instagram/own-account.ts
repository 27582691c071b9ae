import type { Exchange } from '../http/exchange.ts';
import { objectMissing } from '../meta/graph-answers.ts';
import { type Account, authenticate } from '../meta/profiles.ts';
import type { Instagram } from './context.ts';

/** The account of the token, which must be the one in the path. */
export function own(instagram: Instagram, exchange: Exchange): Account {
  const account = authenticate(instagram, exchange);
  const { user = '' } = exchange.parameters;
  if (user !== 'me' && user !== account.id) throw objectMissing(user);
  return account;
}
