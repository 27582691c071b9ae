import type { Account, PlatformIo } from '@affiche/core';
import { type Instagram, loginOf, readInstagram } from './api.ts';
import { Identity } from './wire.ts';

/** Asks who the account is, in the words of the login that its token came through. */
export async function readIdentity(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Identity> {
  const call = { method: 'get', answer: Identity, timeoutSeconds: 15 } as const;
  const counts = 'followers_count,media_count';
  const path = `/${encodeURIComponent(account.id)}`;
  const ofPage = { path, endpoint: '/:user', search: { fields: `id,username,${counts}` } };
  const ofToken = { path: '/me', search: { fields: `user_id,username,${counts}` } };
  const asked = loginOf(account, instagram) === 'facebook' ? ofPage : ofToken;
  return readInstagram(account, { ...call, ...asked }, io, instagram);
}
