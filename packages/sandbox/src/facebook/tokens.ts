import { createHmac } from 'node:crypto';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { graphError, invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import { hash } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import { findPage, type Page } from './pages.ts';

/** A token: a person's for an hour or 60 days, or a page's for good. */
export interface Token {
  readonly token: string;
  readonly kind: 'short' | 'long' | 'page';
  /** The page that it opens. */
  readonly page: string | null;
  readonly expiresAt: number | null;
}

/** Makes a token good; gives back for how many seconds, which a page's token has none of. */
export function insertToken(
  { database, clock, settings }: Facebook,
  { token, kind, page }: Omit<Token, 'expiresAt'>,
): number | undefined {
  const { shortTokenSeconds, longTokenSeconds } = settings;
  const seconds = { short: shortTokenSeconds, long: longTokenSeconds, page: undefined }[kind];
  database.run(
    'INSERT OR REPLACE INTO token (token, kind, page, expires_at) VALUES (?, ?, ?, ?)',
    token,
    kind,
    page,
    seconds === undefined ? null : clock.now() + seconds * 1000,
  );
  return seconds;
}

/** A token that is the same each time for the same text. */
export function tokenOf({ seed }: Facebook, text: string): string {
  return `EAAB${hash(`${seed} token ${text}`).toString('base64url')}`;
}

/** The token with this text; refuses one that is unknown or has ended. */
export function requireToken({ database, clock }: Facebook, text: string): Token {
  const row = database.one('SELECT * FROM token WHERE token = ?', text);
  if (!row) throw graphError({ message: 'Invalid OAuth access token.', code: 190 });
  const expiresAt = row['expires_at'] === null ? null : Number(row['expires_at']);
  if (expiresAt !== null && expiresAt <= clock.now()) {
    const message = 'Error validating access token: Session has expired.';
    throw graphError({ message, code: 190, subcode: 463 });
  }
  const page = row['page'] === null ? null : String(row['page']);
  return { token: text, kind: row['kind'] as Token['kind'], page, expiresAt };
}

/** The token of a request, wherever it stands; a proof that comes with it must be right. */
export function authenticate(facebook: Facebook, exchange: Exchange): Token {
  const { query, fields, headers } = exchange;
  const scheme = /^OAuth (?<token>\S+)$/.exec(headers.authorization ?? '')?.groups?.['token'];
  const given =
    bearerToken(exchange) ?? scheme ?? query.get('access_token') ?? fields['access_token'];
  const token = requireToken(facebook, typeof given === 'string' ? given : '');
  const proof = query.get('appsecret_proof') ?? fields['appsecret_proof'];
  const { clientSecret } = facebook.settings;
  const expected = createHmac('sha256', clientSecret).update(token.token).digest('hex');
  if (proof !== undefined && proof !== null && proof !== expected) {
    throw invalidParameter('Invalid appsecret_proof provided in the API argument');
  }
  return token;
}

/** The page of a request's token. */
export function actingPage(facebook: Facebook, exchange: Exchange): Page {
  const { page } = authenticate(facebook, exchange);
  const found = page === null ? undefined : findPage(facebook, page);
  if (found) return found;
  const message = '(#210) A page access token is required to request this resource.';
  throw graphError({ message, code: 210 });
}

/** The page of a request's token, which must be the one in the path, and may do what is asked. */
export function ownPage(facebook: Facebook, exchange: Exchange, task?: string): Page {
  const page = actingPage(facebook, exchange);
  const { object = '' } = exchange.parameters;
  if (object !== 'me' && object !== page.id) throw objectMissing(object);
  requireTask(facebook, task);
  return page;
}

/** Refuses what the person behind the token may not do. */
export function requireTask({ settings }: Facebook, task: string | undefined): void {
  if (task === undefined || settings.tasks.includes(task)) return;
  throw graphError({ message: `(#200) The user lacks the task ${task} on the page.`, code: 200 });
}
