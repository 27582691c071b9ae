import { type Account, ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import { renewLongLivedToken } from '../meta/long-lived-token.ts';
import { extendMetaToken, listMetaPages } from '../meta/sign-in.ts';
import { type Instagram, instagramNetwork, loginOf } from './api.ts';
import { readIdentity } from './identity.ts';

/**
 * Renews a token of Instagram's own login, or exchanges a short-lived one for the first. A token of
 * Facebook's login is that of the account's page, and is fetched anew with the person's.
 *
 * @throws ConfigurationError `missing-credentials` where there is nothing to renew; `wrong-account`
 */
export function authenticate(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Credentials> {
  const network = instagramNetwork(account, instagram);
  return loginOf(account, instagram) === 'facebook'
    ? fetchPageToken(account, io, { ...instagram, host: account.host ?? network.host })
    : renewLongLivedToken({ network, name: 'Instagram', grant: 'ig' }, account, io);
}

async function fetchPageToken(
  account: Account,
  { clock, fetch, signal, credentials }: PlatformIo,
  { version, host }: { readonly version: string; readonly host: string },
): Promise<Credentials> {
  const { userToken, clientId, clientSecret } = credentials;
  if (!userToken || !clientId || !clientSecret) {
    throw new ConfigurationError('missing-credentials', {
      message: `The token of the Instagram account ${account.handle ?? account.id} came through Facebook, and nothing here renews it`,
      hint: 'Sign in again, and store { userToken, clientId, clientSecret } beside the accessToken.',
    });
  }
  const options = { clock, fetch, host, version, ...(signal && { signal }) };
  const extended = await extendMetaToken({ userToken, clientId, clientSecret }, options);
  const pages = await listMetaPages(
    { userToken: extended['userToken'] ?? userToken, clientSecret },
    options,
  );
  const page = pages.find((each) => each.instagram_business_account?.id === account.id);
  if (page?.access_token) return { ...credentials, ...extended, accessToken: page.access_token };
  throw new ConfigurationError('wrong-account', {
    message: `None of the ${pages.length} pages of this person has the Instagram account ${account.id}`,
    hint: 'Connect the account to a page on which the person may create content, or correct account.id.',
    details: { expected: account.id },
  });
}

/** Makes sure that the token opens the account and no other. */
export async function verify(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<void> {
  const { id, user_id: user = id, username } = await readIdentity(account, io, instagram);
  if (user === account.id) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the Instagram account ${account.id} opens ${user} (${username ?? 'no name'})`,
    hint: 'Store the token of the account itself, or correct account.id.',
    details: { expected: account.id, actual: user },
  });
}
