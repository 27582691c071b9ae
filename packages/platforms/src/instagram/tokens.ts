import type { Manifest, TokenLifetime } from '@affiche/core';
import { publishing } from './limits.ts';
import type { InstagramLogin } from './settings.ts';

const day = 86_400;

function lifetime(
  credential: string,
  seconds: number | null,
  renewal: TokenLifetime['renewal'],
  note: string,
): TokenLifetime {
  return { credential, seconds, renewal, confidence: 'official', note, source: publishing };
}

/** How long the tokens of a login open an account. */
export function instagramTokens(login: InstagramLogin): TokenLifetime[] {
  if (login === 'instagram') {
    return [
      lifetime('shortLivedToken', 3600, 'itself', 'Exchanged once for a long-lived one.'),
      lifetime('accessToken', 60 * day, 'itself', 'From its first day to its last.'),
    ];
  }
  return [
    lifetime('userToken', 60 * day, 'sign-in', 'The person’s; the page’s is fetched with it.'),
    lifetime(
      'accessToken',
      null,
      'never',
      'The page’s: until the person loses the role, or takes the consent back.',
    ),
  ];
}

/** Who may use the interface. */
export const instagramAccess: NonNullable<Manifest['access']> = {
  kind: 'restricted',
  why: 'Professional accounts only, and other people’s need advanced access to each permission.',
  how: 'Make it a business or creator account, verify the business, and pass App Review. Testers need none.',
  source: publishing,
};

const secret = (name: string, description: string) => ({ name, secret: true, description });

/** What a vault holds for an account. */
export function instagramCredentials(login: InstagramLogin): Manifest['credentials'] {
  const clientSecret = secret(
    'clientSecret',
    'The application’s secret, for the exchange and to prove each request.',
  );
  if (login === 'instagram') {
    return [
      secret('accessToken', 'A long-lived token of the account, renewed after its first day.'),
      secret('shortLivedToken', 'A token good for an hour, to exchange for the long-lived one.'),
      clientSecret,
    ];
  }
  return [
    secret('accessToken', 'The token of the page that the account belongs to.'),
    secret('userToken', 'The token of the person, to fetch the page’s anew.'),
    { name: 'clientId', secret: false, description: 'The application, as Meta knows it.' },
    clientSecret,
  ];
}
