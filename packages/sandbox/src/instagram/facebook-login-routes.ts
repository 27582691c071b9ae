import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { invalidParameter } from '../meta/graph-answers.ts';
import { hash } from '../meta/identity.ts';
import { authenticate, findAccount, insertToken, requireToken, tokenOf } from '../meta/profiles.ts';
import { type Instagram, instagramProfiles } from './context.ts';

/** The way through Facebook: a person's token is extended, and opens the page of the account. */
export function facebookLoginRoutes(instagram: Instagram): Route[] {
  const base = `/${instagram.settings.version}`;
  return [
    route('GET', `${base}/oauth/access_token`, (exchange) => extend(instagram, exchange)),
    route('GET', `${base}/me/accounts`, (exchange) => {
      const { id, username } = authenticate(instagram, exchange);
      const page = {
        id: `10${id.slice(2)}`,
        name: username,
        access_token: tokenOf(instagram, instagramProfiles, username),
        tasks: ['CREATE_CONTENT', 'MODERATE', 'ANALYZE'],
        instagram_business_account: { id, username },
      };
      return { status: 200, body: { data: [page] } };
    }),
  ];
}

/** The token that a person gets who signs in through Facebook. */
export function userTokenOf({ seed }: Instagram, username: string): string {
  return `EAA${hash(`${seed} person ${username}`).toString('base64url')}`;
}

function extend(instagram: Instagram, { query }: Exchange): Answer {
  if (query.get('grant_type') !== 'fb_exchange_token') throw invalidParameter('grant_type');
  if (!query.get('client_id') || !query.get('client_secret')) throw invalidParameter('client_id');
  const { account } = requireToken(instagram, query.get('fb_exchange_token') ?? '');
  const issuedAt = instagram.clock.now();
  const name = findAccount(instagram, account)?.username ?? '';
  const token = `EAA${hash(`${userTokenOf(instagram, name)} ${issuedAt}`).toString('base64url')}`;
  const seconds = insertToken(instagram, { token, account, longLived: true, issuedAt });
  // The page's token does not end before the person's.
  insertToken(instagram, {
    token: tokenOf(instagram, instagramProfiles, name),
    account,
    longLived: true,
    issuedAt,
  });
  return {
    status: 200,
    body: { access_token: token, token_type: 'bearer', expires_in: seconds },
  };
}
