import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { graphError, invalidParameter } from '../meta/graph-answers.ts';
import { graphMoment, hash } from '../meta/identity.ts';
import { page } from '../meta/pages.ts';
import type { Facebook } from './context.ts';
import { allPages } from './pages.ts';
import { authenticate, insertToken, requireToken, tokenOf } from './tokens.ts';
import { wordsOf } from './words.ts';

const base = '/:version';

/** Consent, which everybody gives, codes, tokens, and the pages of a person. */
export function signInRoutes(facebook: Facebook): Route[] {
  return [
    route('GET', `${base}/dialog/oauth`, (exchange) => consent(facebook, exchange)),
    ...(['GET', 'POST'] as const).map((method) =>
      route(method, `${base}/oauth/access_token`, (exchange) =>
        exchangeToken(facebook, new URLSearchParams(wordsOf(exchange))),
      ),
    ),
    route('GET', `${base}/debug_token`, ({ query }) => {
      const { kind, page: id, expiresAt } = requireToken(facebook, query.get('input_token') ?? '');
      const data = {
        app_id: facebook.settings.clientId,
        type: kind === 'page' ? 'PAGE' : 'USER',
        is_valid: true,
        expires_at: expiresAt === null ? 0 : Math.floor(expiresAt / 1000),
        ...(id !== null && { profile_id: id }),
      };
      return { status: 200, body: { data } };
    }),
    route('GET', `${base}/me/accounts`, (exchange) => {
      const { kind } = authenticate(facebook, exchange);
      if (kind === 'page') {
        const message = '(#100) Tried accessing nonexisting field (accounts) on node type (Page)';
        throw graphError({ message, code: 100 });
      }
      const pages = allPages(facebook).map(({ id, name }) => ({
        id,
        name,
        // A page's token, and its life, come from the person's.
        access_token: pageToken(facebook, id),
        tasks: facebook.settings.tasks,
      }));
      return page(exchange, pages);
    }),
  ];
}

function consent(facebook: Facebook, { query }: Exchange): Answer {
  const { database, clock, seed, settings } = facebook;
  const redirect = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== settings.clientId || !URL.canParse(redirect)) {
    throw invalidParameter('client_id or redirect_uri');
  }
  const code = `AQ${hash(`${seed} code ${redirect} ${clock.now()}`).toString('base64url')}`;
  database.run(
    'INSERT OR REPLACE INTO code (code, redirect, expires_at) VALUES (?, ?, ?)',
    code,
    redirect,
    clock.now() + settings.codeSeconds * 1000,
  );
  const url = new URL(redirect);
  url.searchParams.set('code', code);
  url.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: url.href } };
}

function exchangeToken(facebook: Facebook, query: URLSearchParams): Answer {
  const { settings, seed, clock } = facebook;
  if (
    query.get('client_id') !== settings.clientId ||
    query.get('client_secret') !== settings.clientSecret
  ) {
    throw graphError({ message: 'Error validating client secret.', code: 1 });
  }
  const long = query.get('grant_type') === 'fb_exchange_token';
  const old = long ? requireToken(facebook, query.get('fb_exchange_token') ?? '').token : '';
  if (!long) redeem(facebook, query);
  const kind = long ? 'long' : 'short';
  const token = tokenOf(facebook, `${seed} ${kind} ${old} ${clock.now()}`);
  const expires_in = insertToken(facebook, { token, kind, page: null });
  return { status: 200, body: { access_token: token, token_type: 'bearer', expires_in } };
}

/** A code is good once, for a while, and where it was asked for. */
function redeem({ database, clock }: Facebook, query: URLSearchParams): void {
  const code = query.get('code') ?? '';
  const row = database.one('SELECT * FROM code WHERE code = ?', code);
  if (!row || Number(row['expires_at']) <= clock.now()) {
    const message = `This authorization code has been used or has expired at ${graphMoment(clock.now())}.`;
    throw graphError({ message, code: 100 });
  }
  if (row['redirect'] !== query.get('redirect_uri')) {
    const message =
      'Error validating verification code. Please make sure your redirect_uri is identical.';
    throw graphError({ message, code: 100 });
  }
  database.run('DELETE FROM code WHERE code = ?', code);
}

/** The token of a page, which is the same each time and does not end. */
export function pageToken(facebook: Facebook, id: string): string {
  const token = tokenOf(facebook, `page ${id}`);
  insertToken(facebook, { token, kind: 'page', page: id });
  return token;
}
