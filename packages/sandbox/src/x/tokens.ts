import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import { redeemCode } from '../oauth/codes.ts';
import { consentRoutes } from '../oauth/consent-page.ts';
import { hash, type X } from './context.ts';

/** A pair of tokens as X gives them out. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

const halfYearSeconds = 182 * 86_400;

const codeSeconds = 30;

/** Consent, and tokens for it: a code is good for half a minute, a refresh token once. */
export function tokenRoutes(x: X): Route[] {
  return [
    ...consentRoutes(x, {
      path: '/i/oauth2/authorize',
      network: 'X',
      challenge: 'required',
      codeSeconds,
      accounts: () =>
        x.database
          .all('SELECT id, username FROM account ORDER BY username')
          .map(({ id, username }) => ({ id: String(id), name: `@${String(username)}` })),
    }),
    route('POST', '/2/oauth2/token', (exchange) => {
      const { grant_type: grant } = exchange.fields;
      if (!hasClient(exchange)) throw oauthError('invalid_request', 'Missing client_id.');
      if (grant === 'authorization_code') return granted(x, exchange);
      if (grant === 'refresh_token') return refreshed(x, exchange);
      throw oauthError('unsupported_grant_type', 'There is no such grant.');
    }),
    route('POST', '/2/oauth2/revoke', ({ fields }) => {
      x.database.run(`UPDATE token SET kind = 'revoked' WHERE token = ?`, String(fields['token']));
      return { status: 200, body: { revoked: true } };
    }),
  ];
}

function granted(x: X, exchange: Exchange): Answer {
  const consent = redeemCode(x, exchange);
  if (typeof consent === 'string') {
    const words = 'Value passed for the authorization code was invalid.';
    throw oauthError('invalid_request', `${words} ${consent}.`);
  }
  const pair = issueTokens(x, consent.account, String(exchange.fields['code']));
  const { refresh_token, ...body } = tokenAnswer(x, pair, consent.scope);
  const stays = consent.scope.split(' ').includes('offline.access');
  return { status: 200, body: { ...body, ...(stays && { refresh_token }) } };
}

function refreshed(x: X, { fields }: Exchange): Answer {
  const { refresh_token: refresh } = fields;
  const account = typeof refresh === 'string' ? spend(x, refresh) : undefined;
  if (account === undefined) {
    throw oauthError('invalid_request', 'Value passed for the token was invalid.');
  }
  const scope = 'tweet.read tweet.write users.read media.write offline.access';
  return { status: 200, body: tokenAnswer(x, issueTokens(x, account, String(refresh)), scope) };
}

function tokenAnswer({ settings }: X, { access, refresh }: TokenPair, scope: string) {
  return {
    token_type: 'bearer',
    expires_in: settings.accessTokenSeconds,
    access_token: access,
    refresh_token: refresh,
    scope,
  };
}

/** Makes a pair of tokens good; both follow from what came before them. */
export function issueTokens(x: X, account: string, before: string): TokenPair {
  const { database, clock, seed, settings } = x;
  const token = (kind: string, seconds: number) => {
    const text = hash(`${seed} ${kind} ${account} ${before}`).toString('base64url');
    database.run(
      'INSERT OR IGNORE INTO token (token, account, kind, expires_at) VALUES (?, ?, ?, ?)',
      text,
      account,
      kind,
      clock.now() + seconds * 1000,
    );
    return text;
  };
  return {
    access: token('access', settings.accessTokenSeconds),
    refresh: token('refresh', halfYearSeconds),
  };
}

/** Takes a refresh token out of use; gives back whose it was. */
function spend({ database, clock }: X, token: string): string | undefined {
  const row = database.one(
    `SELECT account FROM token WHERE token = ? AND kind = 'refresh' AND expires_at > ?`,
    token,
    clock.now(),
  );
  if (!row) return undefined;
  database.run(`UPDATE token SET kind = 'spent' WHERE token = ?`, token);
  return String(row['account']);
}

function hasClient({ headers, fields }: Exchange): boolean {
  return /^Basic /i.test(headers.authorization ?? '') || typeof fields['client_id'] === 'string';
}

function oauthError(error: string, description: string): Refusal {
  return new Refusal({ status: 400, body: { error, error_description: description } });
}
