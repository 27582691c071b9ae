import { createHash } from 'node:crypto';
import type { Exchange } from '../http/exchange.ts';
import type { SandboxContext } from '../start-sandbox.ts';

/** What consents are kept in until an application comes for its token. */
export const codeTable = `
  CREATE TABLE IF NOT EXISTS oauth_code (
    code TEXT PRIMARY KEY, account TEXT NOT NULL, client TEXT NOT NULL, redirect_uri TEXT NOT NULL,
    scope TEXT NOT NULL, challenge TEXT, expires_at INTEGER NOT NULL
  ) STRICT;`;

/** What somebody allowed whom. */
export interface Consent {
  readonly account: string;
  readonly client: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** The PKCE challenge, where the application sent one. */
  readonly challenge: string | null;
}

type State = Pick<SandboxContext<unknown>, 'database' | 'clock' | 'seed'>;

/** A code that the application can exchange once. */
export function issueCode({ database, clock, seed }: State, consent: Consent, seconds: number) {
  const { account, client, redirectUri, scope, challenge } = consent;
  const count = database.one('SELECT count(*) AS count FROM oauth_code')?.['count'];
  const code = digest(`${seed} code ${account} ${client} ${String(count)}`);
  database.run(
    `INSERT INTO oauth_code (code, account, client, redirect_uri, scope, challenge, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    code,
    account,
    client,
    redirectUri,
    scope,
    challenge,
    clock.now() + seconds * 1000,
  );
  return code;
}

/** What a code stands for, which is good once, in time, and for whom it was made; otherwise why not. */
export function redeemCode({ database, clock }: State, exchange: Exchange): Consent | string {
  const { fields } = exchange;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const row = database.one('SELECT * FROM oauth_code WHERE code = ?', text('code'));
  if (!row || Number(row['expires_at']) <= clock.now()) return 'The code is not good any more';
  // Kept, so that the next code is another.
  database.run('UPDATE oauth_code SET expires_at = 0 WHERE code = ?', text('code'));
  if (row['client'] !== clientOf(exchange)) return 'The code was made for another client';
  if (row['redirect_uri'] !== text('redirect_uri')) return 'The redirect_uri is another one';
  const challenge = typeof row['challenge'] === 'string' ? row['challenge'] : null;
  const verifier = text('code_verifier');
  // TikTok writes the hash in hexadecimal.
  const proofs = [digest(verifier), createHash('sha256').update(verifier).digest('hex')];
  if (challenge !== null && !proofs.includes(challenge)) {
    return 'The code_verifier does not fit';
  }
  return {
    account: String(row['account']),
    client: String(row['client']),
    redirectUri: text('redirect_uri'),
    scope: String(row['scope']),
    challenge,
  };
}

/** Who asks, by its `Authorization` header or its form. */
function clientOf({ headers, fields }: Exchange): unknown {
  const pair = /^Basic (?<pair>\S+)$/i.exec(headers.authorization ?? '')?.groups?.['pair'];
  if (pair === undefined) return fields['client_id'] ?? fields['client_key'];
  return decodeURIComponent(Buffer.from(pair, 'base64').toString().split(':')[0] ?? '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
