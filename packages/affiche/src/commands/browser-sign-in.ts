import { isCancel, password, text } from '@clack/prompts';
import { type Account, type AnyPlatform, type Credentials, systemClock } from '@affiche/core';
import type { NetworkSignIn } from '@affiche/platforms/oauth';
import type { Setting } from './command.ts';

interface Wanted {
  readonly adapter: AnyPlatform;
  readonly account: Account;
  readonly clientId: string | undefined;
}

const appPort = 8_917;

/** Whether people connect accounts of a network in their browser. */
export function signsInWithBrowser(platform: string): boolean {
  return platform === 'mastodon' || Object.hasOwn(signIns, platform);
}

const signIns: Readonly<Record<string, () => Promise<NetworkSignIn>>> = {
  facebook: async () => (await import('@affiche/platforms/oauth')).facebookOAuth,
  instagram: async () => (await import('@affiche/platforms/oauth')).instagramOAuth,
  linkedin: async () => (await import('@affiche/platforms/oauth')).linkedinOAuth,
  threads: async () => (await import('@affiche/platforms/oauth')).threadsOAuth,
  x: async () => (await import('@affiche/platforms/oauth')).xOAuth,
};

/** Has a person say yes in the browser, and returns what opens the account; nothing if they give up. */
export async function signInWithBrowser(
  { adapter, account, clientId }: Wanted,
  { terminal, signal }: Setting,
): Promise<Credentials | undefined> {
  const open = (url: string) => {
    terminal.say('Open this address in the browser of this machine and say yes:');
    terminal.say(`  ${url}`);
  };
  const { signIn, signInToMastodon } = await import('@affiche/publish/oauth');
  if (adapter.id === 'mastodon') {
    const host = account.host ?? 'mastodon.social';
    const { credentials } = await signInToMastodon({ host, appName: 'Affiche', open, signal });
    return credentials;
  }
  const network = await signIns[adapter.id]?.();
  if (!network) return undefined;
  terminal.say(
    `Your application at ${adapter.manifest.name} must allow http://127.0.0.1:${appPort}/ as an address to come back to.`,
  );
  const id = clientId ?? (await text({ message: 'The id of your application (client id)' }));
  if (isCancel(id)) return undefined;
  const secret = await password({ message: 'Its secret (client secret); empty if it has none' });
  if (isCancel(secret)) return undefined;
  const { scopesFor } = await import('@affiche/platforms/oauth');
  const features = (adapter.manifest.scopes ?? []).map(({ feature }) => feature);
  const credentials = await signIn({
    server: network.server(account),
    client: { clientId: id, ...(secret && { clientSecret: secret, secretIn: network.secretIn }) },
    scopes: scopesFor(adapter.manifest, features),
    open,
    port: appPort,
    signal,
  });
  return network.lasting(
    {
      credentials,
      signal,
      clock: systemClock(),
      fetch: globalThis.fetch,
      observeRate: () => undefined,
      openMedia: () => Promise.reject(new Error('Signing in reads no media')),
    },
    account,
  );
}
