import {
  type Account,
  ConfigurationError,
  type Credentials,
  instant,
  type PlatformIo,
} from '@affiche/core';
import { type GraphNetwork, readGraph } from './graph.ts';
import { Token } from './wire.ts';

/** Which of Meta's networks renews a token. */
export interface TokenRenewal {
  readonly network: GraphNetwork;
  /** The name people know: `Threads`. */
  readonly name: string;
  /** What stands before its grants: `th` of Threads, `ig` of Instagram Login. */
  readonly grant: 'th' | 'ig';
}

/**
 * Renews a long-lived token, or exchanges a short-lived one for the first. A token is renewed once it
 * is a day old and until it ends; afterwards a person must connect the account again.
 *
 * @throws ConfigurationError `missing-credentials` where there is nothing to renew.
 */
export async function renewLongLivedToken(
  { network, name, grant }: TokenRenewal,
  account: Account,
  io: PlatformIo,
): Promise<Credentials> {
  const { accessToken, shortLivedToken, clientSecret, ...rest } = io.credentials;
  const first = shortLivedToken !== undefined && clientSecret !== undefined;
  if (!first && !accessToken) {
    throw new ConfigurationError('missing-credentials', {
      message: `The ${name} account ${account.handle ?? account.id} has no accessToken`,
      hint: 'Connect the account, and store { accessToken }, or { shortLivedToken, clientSecret }.',
    });
  }
  const token = await readGraph(
    network,
    account,
    {
      method: 'get',
      version: '',
      token: '',
      answer: Token,
      timeoutSeconds: 30,
      ...(first
        ? {
            path: '/access_token',
            search: {
              grant_type: `${grant}_exchange_token`,
              client_secret: clientSecret,
              access_token: shortLivedToken,
            },
          }
        : {
            path: '/refresh_access_token',
            search: { grant_type: `${grant}_refresh_token`, access_token: accessToken },
          }),
    },
    io,
  );
  return {
    ...rest,
    ...(clientSecret !== undefined && { clientSecret }),
    accessToken: token.access_token,
    ...expiry(token, io),
  };
}

/** When a token ends, as credentials say it; nothing where it has no end. */
export function expiry(
  { expires_in: seconds }: Token,
  { clock }: Pick<PlatformIo, 'clock'>,
): { readonly expiresAt?: string } {
  return seconds === undefined ? {} : { expiresAt: instant(clock.now() + seconds * 1000) };
}
