import type { Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import { hash, type X } from './context.ts';

/** A pair of tokens as X gives them out. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

const halfYearSeconds = 182 * 86_400;

/** The token endpoint: a refresh token is good once, and gives the next. */
export function tokenRoutes(x: X): Route[] {
  return [
    route('POST', '/2/oauth2/token', (exchange) => {
      const { grant_type: grant, refresh_token: refresh } = exchange.fields;
      if (grant !== 'refresh_token') throw oauthError('unsupported_grant_type', 'Only refreshed.');
      if (!hasClient(exchange)) throw oauthError('invalid_request', 'Missing client_id.');
      const account = typeof refresh === 'string' ? spend(x, refresh) : undefined;
      if (account === undefined) {
        throw oauthError('invalid_request', 'Value passed for the token was invalid.');
      }
      const pair = issueTokens(x, account, String(refresh));
      return {
        status: 200,
        body: {
          token_type: 'bearer',
          expires_in: x.settings.accessTokenSeconds,
          access_token: pair.access,
          refresh_token: pair.refresh,
          scope: 'tweet.read tweet.write users.read media.write offline.access',
        },
      };
    }),
  ];
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
