import {
  type Account,
  accountKey,
  type AnyPlatform,
  type Clock,
  contentHash,
  Draft,
  Publication,
  type WallTime,
} from '@affiche/core';
import { type Adaptation, adapt } from '@affiche/platforms/adapt';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, memoryVault, type Publisher, sqliteOutbox } from '@affiche/publish';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';

/** The part of the application that knows nothing of pages. */
export interface Studio extends AsyncDisposable {
  readonly publisher: Publisher;
  readonly accounts: readonly Account[];
  readonly zone: string;
  /** What each account would get. */
  propose(wanted: Wanted): Proposal[];
}

/** What somebody wrote into the form. */
export interface Wanted {
  readonly text: string;
  readonly at: WallTime;
  /** Account keys. */
  readonly accounts: readonly string[];
}

/** A version for one account, as its readers will see it. */
export interface Proposal {
  readonly platform: AnyPlatform;
  readonly adaptation: Adaptation;
  readonly publication: Publication;
}

/** Opens a studio on networks of this machine. In earnest: your accounts, and a vault on disk. */
export async function openStudio({ clock }: { readonly clock: Clock }): Promise<Studio> {
  const platforms: readonly AnyPlatform[] = [bluesky(), mastodon()];
  const servers = [await blueskySandbox({ clock }), await mastodonSandbox({ clock })];
  const residents = servers.map((server, index) => {
    const platform = platforms[index]?.id ?? '';
    const handle = platform === 'bluesky' ? 'bakery.test' : 'bakery';
    const { id, credentials } = server.createAccount({ handle, followers: 200 });
    const account: Account = { platform, id, host: server.host, handle };
    return { account, credentials };
  });
  const publisher = createPublisher({
    platforms,
    outbox: sqliteOutbox(':memory:'),
    vault: memoryVault(
      Object.fromEntries(
        residents.map(({ account, credentials }) => [accountKey(account), credentials]),
      ),
    ),
    clock,
  });
  const accounts = residents.map(({ account }) => account);
  return {
    publisher,
    accounts,
    zone: 'Europe/Paris',
    propose: (wanted) =>
      accounts
        .filter((account) => wanted.accounts.includes(accountKey(account)))
        .map((account) => proposeFor(account, wanted, platforms)),
    async [Symbol.asyncDispose]() {
      await publisher.close();
      for (const server of servers) await server.close();
    },
  };
}

function proposeFor(
  account: Account,
  { text, at }: Wanted,
  platforms: readonly AnyPlatform[],
): Proposal {
  const platform = platforms.find(({ id }) => id === account.platform);
  if (!platform) throw new Error(`no adapter for ${account.platform}`);
  // The same words at the same time are the same post, however often the form is sent.
  const id = contentHash([account.platform, account.handle ?? account.id, text, at]).slice(0, 16);
  const draft = Draft.parse({ id, language: 'en', items: [{ text }] });
  const adaptation = adapt(draft, platform, { account });
  return {
    platform,
    adaptation,
    publication: Publication.parse({ id, account, at, draft: adaptation.draft }),
  };
}
