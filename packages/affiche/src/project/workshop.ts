import {
  type Account,
  accountKey,
  type Clock,
  epochMilliseconds,
  instant,
  systemClock,
} from '@affiche/core';
import {
  createPublisher,
  fileVault,
  memoryVault,
  type Publisher,
  type PublisherOptions,
  sqliteOutbox,
  type Vault,
} from '@affiche/publish';
import type { SandboxWorld } from '@affiche/sandbox';
import type { Strategy } from '@affiche/strategy';
import { exists } from './files.ts';
import type { Project } from './project.ts';
import { imagesFolder, type ProjectFolder } from './project-folder.ts';

/** What was approved, with the publisher that it was approved for. */
export interface Publishing extends AsyncDisposable {
  readonly project: ProjectFolder;
  readonly publisher: Publisher;
  readonly clock: Clock;
}

/** A project with its publisher: on the real networks, or on the sandbox in a rehearsal. */
export interface Workshop extends Publishing {
  /** With the accounts that the publisher posts to: in a rehearsal, those on the sandbox. */
  readonly project: Project;
}

/**
 * Opens the publisher of a project.
 *
 * @throws ConfigurationError `network-not-in-sandbox` in a rehearsal.
 */
export async function openWorkshop(project: Project): Promise<Workshop> {
  return project.rehearse ? rehearsal(project) : openPublishing(project);
}

/** Where credentials are kept. Planning needs none, so that no key is asked for before there are some. */
export function vaultOf({ config, state }: Pick<ProjectFolder, 'config' | 'state'>): Vault {
  if (config.vault) return config.vault;
  const file = `${state}/credentials.json`;
  let vault: Vault | undefined;
  const open = () => (vault ??= fileVault(file));
  return {
    read: async (account) => ((await exists(file)) ? open().read(account) : undefined),
    write: async (account, credentials, options) => open().write(account, credentials, options),
  };
}

/** Opens the publisher to the real networks. */
export function openPublishing<Folder extends ProjectFolder>(
  project: Folder,
): Publishing & { readonly project: Folder } {
  const { config, state } = project;
  const clock = systemClock();
  const publisher = createPublisher({
    platforms: config.platforms,
    outbox: config.outbox ?? sqliteOutbox(`${state}/outbox.db`),
    vault: vaultOf(project),
    clock,
    openMedia: openImages(project),
  });
  return { project, publisher, clock, [Symbol.asyncDispose]: () => publisher.close() };
}

/** Ideas may come from people who should not choose among all files of this machine. */
function openImages(project: ProjectFolder): NonNullable<PublisherOptions['openMedia']> {
  return async (source) => {
    const { openMedia } = await import('@affiche/publish/media');
    return openMedia({ folders: [imagesFolder(project)], maxBytes: Infinity })(source);
  };
}

async function rehearsal(project: Project): Promise<Workshop> {
  const { sandboxWorld } = await import('@affiche/sandbox');
  const { config, state, strategy } = project;
  const world = await sandboxWorld({
    accounts: strategy.channels.map(({ account }) => account),
    start: project.now,
    folder: `${state}/networks`,
    seed: strategy.id,
  });
  const publisher = createPublisher({
    platforms: config.platforms,
    outbox: sqliteOutbox(`${state}/outbox.db`),
    vault: memoryVault(
      Object.fromEntries(
        [...world.residents.values()].map(({ account, credentials }) => [
          accountKey(account),
          credentials,
        ]),
      ),
    ),
    clock: world.clock,
    fetch: world.fetch,
    openMedia: openImages(project),
  });
  const now = instant(Math.max(epochMilliseconds(project.now), world.clock.now()));
  return {
    project: { ...project, now, strategy: onSandbox(strategy, world) },
    publisher,
    clock: world.clock,
    async [Symbol.asyncDispose]() {
      await publisher.close();
      await world.close();
    },
  };
}

/** The same strategy for the accounts as they are on the sandbox. */
function onSandbox(strategy: Strategy, { residents }: SandboxWorld): Strategy {
  const there = (account: Account) => residents.get(accountKey(account))?.account ?? account;
  const keys = new Map(
    strategy.channels.map(({ account }) => [accountKey(account), accountKey(there(account))]),
  );
  return {
    ...strategy,
    channels: strategy.channels.map((channel) => ({ ...channel, account: there(channel.account) })),
    objectives: strategy.objectives.map((objective) =>
      objective.account === undefined
        ? objective
        : { ...objective, account: keys.get(objective.account) ?? objective.account },
    ),
  };
}
