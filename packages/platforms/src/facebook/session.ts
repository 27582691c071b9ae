import { type Account, ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import { readGraph } from '../meta/graph.ts';
import { listPages } from '../meta/pages.ts';
import { extendMetaToken } from '../meta/sign-in.ts';
import { facebookNetwork, type Setup } from './api.ts';
import { Page } from './wire.ts';

/**
 * Fetches the page's token with the person's. A short-lived one is exchanged first; one that has ended
 * Meta does not renew, and the person must sign in again.
 *
 * @throws ConfigurationError `missing-credentials` where no person's token is stored, `wrong-account`
 * where the person has no part in the page.
 */
export async function authenticate(
  account: Account,
  io: PlatformIo,
  { version }: Setup,
): Promise<Credentials> {
  const { shortLivedToken, ...rest } = io.credentials;
  const person =
    shortLivedToken === undefined ? {} : await exchange(account, shortLivedToken, io, version);
  const credentials: Credentials = { ...rest, ...person };
  const { userToken } = credentials;
  if (!userToken) {
    throw new ConfigurationError('missing-credentials', {
      message: `The Facebook page ${account.handle ?? account.id} has no userToken to fetch its token with`,
      hint: 'Let the person sign in again, and store { userToken } beside { accessToken }.',
    });
  }
  const pages = await listPages(facebookNetwork, account, { version, userToken }, io);
  const token = pages.find(({ id }) => id === account.id)?.access_token;
  if (token === undefined) {
    throw wrongAccount(account, pages.map(({ id }) => id).join(', ') || 'no page');
  }
  return { ...credentials, accessToken: token };
}

async function exchange(
  account: Account,
  userToken: string,
  io: PlatformIo,
  version: string,
): Promise<Credentials> {
  const { clientId, clientSecret } = io.credentials;
  if (!clientId || !clientSecret) {
    throw new ConfigurationError('missing-credentials', {
      message: 'A short-lived token is exchanged with the application’s clientId and clientSecret',
      hint: 'Store { clientId, clientSecret } beside { shortLivedToken }.',
    });
  }
  const { clock, fetch, signal } = io;
  return extendMetaToken(
    { clientId, clientSecret, userToken },
    {
      clock,
      fetch,
      version,
      ...(signal && { signal }),
      ...(account.host !== undefined && { host: account.host }),
    },
  );
}

/** Makes sure that the token opens the page and no other. */
export async function verify(account: Account, io: PlatformIo, { version }: Setup): Promise<void> {
  const { id } = await readGraph(
    facebookNetwork,
    account,
    {
      method: 'get',
      path: '/me',
      search: { fields: 'id,name' },
      version,
      answer: Page,
      timeoutSeconds: 15,
    },
    io,
  );
  if (id !== account.id) throw wrongAccount(account, id);
}

function wrongAccount({ id }: Account, actual: string): ConfigurationError<'wrong-account'> {
  return new ConfigurationError('wrong-account', {
    message: `The token for the Facebook page ${id} opens ${actual}`,
    hint: 'Store the token of the page itself, or correct account.id.',
    details: { expected: id, actual },
  });
}
