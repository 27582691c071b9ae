import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Exchange } from '../http/exchange.ts';
import type { Mastodon } from './context.ts';

const hour = 3_600_000;
// Long enough for requests sent together to look for the key before any of them stores it.
const raceSeconds = 0.1;

/**
 * Does something once for an `Idempotency-Key`, or as often as this kind of server would.
 * `make` gives the id of what it made; `show` shows it again.
 */
export function once(
  mastodon: Mastodon,
  exchange: Exchange,
  account: string,
  { make, show }: { readonly make: () => string; readonly show: (id: string) => Answer },
): Answer | Promise<Answer> {
  const { database, settings } = mastodon;
  const header = exchange.headers['idempotency-key'];
  const key = typeof header === 'string' ? header : undefined;
  if (key === undefined || settings.idempotency === 'ignored') return show(make());
  const makeAndRemember = () => {
    const id = make();
    remember(mastodon, account, key, id);
    return show(id);
  };
  const known = lookUp(mastodon, account, key);
  if (known !== undefined) return show(known);
  if (settings.idempotency === 'honoured') return makeAndRemember();
  // The race: everybody has looked before anybody has made.
  return delay(raceSeconds * 1000).then(() => database.transaction(makeAndRemember));
}

function lookUp({ database, clock }: Mastodon, account: string, key: string): string | undefined {
  const row = database.one(
    'SELECT status FROM idempotency_key WHERE account = ? AND key = ? AND expires_at > ?',
    account,
    key,
    clock.now(),
  );
  return row && String(row['status']);
}

function remember({ database, clock }: Mastodon, account: string, key: string, id: string): void {
  database.run(
    'INSERT OR REPLACE INTO idempotency_key (account, key, status, expires_at) VALUES (?, ?, ?, ?)',
    account,
    key,
    id,
    clock.now() + hour,
  );
}
