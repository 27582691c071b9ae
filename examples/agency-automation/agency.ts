import { mkdir } from 'node:fs/promises';
import { type AnyPlatform, type Clock, systemClock } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import {
  createPublisher,
  fileVault,
  type Publisher,
  sqliteOutbox,
  type Vault,
} from '@affiche/publish';
import { type Client, readClients } from './clients.ts';

/** What the agency works with. It is opened for one command: what lasts is in files. */
export interface Agency extends AsyncDisposable {
  readonly clients: readonly Client[];
  /** One for all clients: they share an outbox, and the networks' limits. */
  readonly publisher: Publisher;
  readonly platforms: readonly AnyPlatform[];
  readonly clock: Clock;
  /** Where the outbox, the calendars and the reports are. */
  readonly folder: string;
}

/** How the networks are reached; the real ones, unless something else is given. */
export interface Access {
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  readonly vault?: Vault;
}

/** Opens the agency of a folder of clients. */
export async function openAgency(clients: string, folder: string, access: Access): Promise<Agency> {
  await mkdir(folder, { recursive: true });
  const platforms = [bluesky(), mastodon()];
  const clock = access.clock ?? systemClock();
  const publisher = createPublisher({
    platforms,
    outbox: sqliteOutbox(`${folder}/agency.db`),
    vault: access.vault ?? fileVault(`${folder}/credentials.json`),
    clock,
    ...(access.fetch && { fetch: access.fetch }),
  });
  return {
    clients: await readClients(clients),
    publisher,
    platforms,
    clock,
    folder,
    [Symbol.asyncDispose]: () => publisher.close(),
  };
}
