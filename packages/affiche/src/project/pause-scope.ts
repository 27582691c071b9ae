import { type Account, accountKey, ConfigurationError, nearest } from '@affiche/core';
import { readCalendar } from './memory.ts';
import type { Project } from './project.ts';
import type { ProjectFolder } from './project-folder.ts';
import type { Publishing } from './workshop.ts';

/** What a person wants to stop: everything, the accounts of a client, or one account. */
export interface WantedScope {
  readonly client?: string | undefined;
  /** Its key, or its network and its name there: `bluesky:bakery.bsky.social`. */
  readonly account?: string | undefined;
}

/**
 * The scope of a pause. A name that nothing has is refused: who stops an account in a hurry must not
 * believe that it stands still while it goes on.
 *
 * @throws ConfigurationError `two-scopes`, `unknown-account`, `unknown-client`.
 */
export async function pauseScope(
  { client, account }: WantedScope,
  publishing: Publishing,
): Promise<string> {
  if (client !== undefined && account !== undefined) {
    throw new ConfigurationError('two-scopes', {
      message: 'Both --client and --account are given',
      hint: 'Give one of them, or neither for everything.',
    });
  }
  if (client === undefined && account === undefined) return '*';
  const accounts = await knownAccounts(publishing);
  if (client !== undefined) {
    const clients = new Set(accounts.flatMap((each) => each.client ?? []));
    if (!clients.has(client)) throw unknown('client', client, [...clients]);
    return `client:${client}`;
  }
  const wanted = account ?? '';
  const found = accounts.find((each) => namesOf(each).includes(wanted));
  if (!found) throw unknown('account', wanted, accounts.map(shortName));
  return `account:${accountKey(found)}`;
}

/** The accounts of what was approved; and those of the strategy, if it can be read by now. */
async function knownAccounts({ project }: Publishing): Promise<Account[]> {
  const { publications = [] } = (await readCalendar(project)) ?? {};
  const approved = publications.map(({ account }) => account);
  const planned = isWhole(project)
    ? project.strategy.channels.map(({ account }) => account)
    : await readAccounts(project);
  return [...new Map([...approved, ...planned].map((each) => [accountKey(each), each])).values()];
}

function isWhole(project: ProjectFolder): project is Project {
  return 'strategy' in project;
}

async function readAccounts(project: ProjectFolder): Promise<Account[]> {
  const { channelAccounts } = await import('./channel-accounts.ts');
  return channelAccounts(project).catch(() => []);
}

function namesOf(account: Account): string[] {
  return [accountKey(account), shortName(account)];
}

function shortName({ platform, handle, id }: Account): string {
  return `${platform}:${handle ?? id}`;
}

function unknown(what: 'account' | 'client', name: string, known: readonly string[]) {
  const meant = nearest(name, known);
  return new ConfigurationError(`unknown-${what}`, {
    message: `No ${what} is called "${name}", and nothing was paused or resumed`,
    hint:
      known.length === 0
        ? `The project names no ${what}; without the option everything is meant.`
        : `${meant === undefined ? '' : `Did you mean ${meant}? `}There ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.`,
  });
}
