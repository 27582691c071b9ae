import type { AnyPlatform } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, fileVault } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';

/** What all processes of this example share. */
export interface Shared {
  /** The address of the database. */
  readonly database: string;
  /** The file with the credentials. */
  readonly vault: string;
}

/** Everybody makes the same publisher: the outbox in the database is all they share. */
export function openPublisher({ database, vault }: Shared, send: typeof fetch = fetch) {
  return createPublisher({
    platforms: [bluesky(), mastodon()].map(hurried),
    outbox: postgresOutbox(database, { connections: 3 }),
    vault: vaultIn(vault),
    fetch: send,
    pollSeconds: 0.2,
  });
}

/** The credentials of all accounts, encrypted. */
export function vaultIn(file: string) {
  return fileVault(file, { key: 'only for this example' });
}

/**
 * On loopback nothing takes long, so that a silent worker is given up after a few seconds and not after
 * the half minute that real networks may take.
 */
function hurried(platform: AnyPlatform): AnyPlatform {
  return {
    ...platform,
    compile: (composition, seed) =>
      platform
        .compile(composition, seed)
        .map((step) => ({ ...step, timeoutSeconds: 3, settleSeconds: 0.5 })),
  };
}
