import type { Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import type { Route } from '../http/route.ts';
import { redeemCode } from '../oauth/codes.ts';
import { consentRoutes } from '../oauth/consent-page.ts';
import { findAccountNamed, insertToken } from './accounts.ts';
import { hash, type Mastodon } from './context.ts';
import { textOf } from './posting.ts';

/** Applications and tokens: `/api/v1/apps` and `/oauth`. */
export function oauthRoutes(mastodon: Mastodon): Route[] {
  const { database } = mastodon;
  return [
    ...consentRoutes(mastodon, {
      path: '/oauth/authorize',
      network: 'Mastodon',
      challenge: 'allowed',
      codeSeconds: 600,
      accounts: () =>
        database
          .all('SELECT id, username FROM account ORDER BY username')
          .map(({ id, username }) => ({ id: String(id), name: `@${String(username)}` })),
      objection: (asked) => objection(mastodon, asked),
    }),
    {
      method: 'POST',
      path: '/api/v1/apps',
      handle: (exchange) => registerApplication(mastodon, exchange),
    },
    { method: 'POST', path: '/oauth/token', handle: (exchange) => grantToken(mastodon, exchange) },
    {
      method: 'POST',
      path: '/oauth/revoke',
      handle({ fields }) {
        database.run('DELETE FROM token WHERE token = ?', textOf(fields, 'token'));
        return { status: 200, body: {} };
      },
    },
  ];
}

function registerApplication(mastodon: Mastodon, { fields }: Exchange) {
  const { database, seed } = mastodon;
  const name = textOf(fields, 'client_name');
  const redirects = [fields['redirect_uris']].flat().map(String);
  const scopes = textOf(fields, 'scopes') || 'read';
  const id = hash(`${seed} application ${name}`).toString('base64url');
  const secret = hash(`${seed} secret ${name}`).toString('base64url');
  database.run(
    'INSERT OR REPLACE INTO application (id, secret, name, redirect_uris, scopes) VALUES (?, ?, ?, ?, ?)',
    id,
    secret,
    name,
    redirects.join('\n'),
    scopes,
  );
  return {
    status: 200,
    body: {
      id: '1',
      name,
      website: textOf(fields, 'website') || null,
      scopes: scopes.split(' '),
      redirect_uri: redirects.join('\n'),
      redirect_uris: redirects,
      client_id: id,
      client_secret: secret,
      client_secret_expires_at: 0,
      vapid_key: '',
    },
  };
}

/** What is wrong with an application that asks: one is registered before, with its addresses and scopes. */
function objection({ database }: Mastodon, asked: URLSearchParams): string | undefined {
  const row = database.one('SELECT * FROM application WHERE id = ?', asked.get('client_id') ?? '');
  if (!row) return 'Client authentication failed due to unknown client';
  const redirects = String(row['redirect_uris']).split('\n');
  if (!redirects.includes(asked.get('redirect_uri') ?? '')) return 'The redirect uri is not valid';
  const registered = String(row['scopes']).split(' ');
  const wanted = (asked.get('scope') ?? 'read').split(' ');
  const granted = (scope: string) =>
    registered.includes(scope) || registered.includes(scope.split(':')[0] ?? '');
  return wanted.every(granted)
    ? undefined
    : 'The requested scope is invalid, unknown, or malformed';
}

/** Applications get tokens of their own; accounts by consent, or by password, which spares a browser. */
function grantToken(mastodon: Mastodon, exchange: Exchange) {
  const { fields } = exchange;
  const { database, clock, seed } = mastodon;
  const application = database.one(
    'SELECT * FROM application WHERE id = ? AND secret = ?',
    textOf(fields, 'client_id'),
    textOf(fields, 'client_secret'),
  );
  if (!application) throw oauthError('invalid_client', 'Client authentication failed.');
  const grant = textOf(fields, 'grant_type');
  const consent = grant === 'authorization_code' ? redeemCode(mastodon, exchange) : undefined;
  if (typeof consent === 'string') throw oauthError('invalid_grant', `${consent}.`);
  if (!consent && grant !== 'password' && grant !== 'client_credentials') {
    throw oauthError('unsupported_grant_type', 'The authorization grant type is not supported.');
  }
  const account =
    consent?.account ?? (grant === 'password' ? accountByPassword(mastodon, fields) : null);
  const scope = consent?.scope ?? (textOf(fields, 'scope') || 'read');
  const token = hash(`${seed} ${textOf(fields, 'client_id')} ${account} ${scope}`).toString(
    'base64url',
  );
  insertToken(mastodon, token, account, scope);
  const createdAt = Math.floor(clock.now() / 1000);
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', scope, created_at: createdAt },
  };
}

function accountByPassword(mastodon: Mastodon, fields: Readonly<Record<string, unknown>>): string {
  const account = findAccountNamed(mastodon, textOf(fields, 'username'));
  const row =
    account && mastodon.database.one('SELECT password FROM account WHERE id = ?', account.id);
  const given = hash(`${account?.id} ${textOf(fields, 'password')}`).toString('hex');
  if (!account || row?.['password'] !== given) {
    throw oauthError('invalid_grant', 'The provided authorization grant is invalid.');
  }
  return account.id;
}

function oauthError(error: string, explanation: string): Refusal {
  const status = error === 'invalid_client' ? 401 : 400;
  return new Refusal({ status, body: { error, error_description: explanation } });
}
