import { type Account, accountKey, ConfigurationError } from '@affiche/core';
import { readCalendar } from './memory.ts';
import type { Publishing } from './workshop.ts';

/** What people call publications: by idea and by name, rather than by the ids of networks. */
export interface PublicationNames {
  /** From the id of a publication to the id of its idea; of what was planned last. */
  readonly ideas: ReadonlyMap<string, string>;
  /** From the key of an account to the account. */
  readonly accounts: ReadonlyMap<string, Account>;
}

/** How the publications and accounts of a project are called. */
export async function publicationNames({
  project,
}: Pick<Publishing, 'project'>): Promise<PublicationNames> {
  const { publications = [] } = (await readCalendar(project)) ?? {};
  return {
    ideas: new Map(publications.map(({ id, draft }) => [id, draft.id])),
    accounts: new Map(publications.map(({ account }) => [accountKey(account), account])),
  };
}

/**
 * The ids of the publications that somebody means: by an id, by how it begins, or by an idea, which may
 * have one for each account.
 *
 * @throws ConfigurationError `unknown-publication`.
 */
export async function findPublications(
  written: string,
  { project, publisher }: Publishing,
): Promise<string[]> {
  const ids = (await publisher.status()).publications.map(({ id }) => id);
  if (ids.includes(written)) return [written];
  const { ideas } = await publicationNames({ project });
  const found = ids.filter((id) => ideas.get(id) === written);
  if (found.length > 0) return found;
  const begun = ids.filter((id) => written.length >= shortest && id.startsWith(written));
  if (begun.length > 0) return begun;
  throw new ConfigurationError('unknown-publication', {
    message: `No post has the id "${written}", and none is made from an idea of that name`,
    hint: '"affiche status --all" lists them.',
  });
}

/**
 * The id of the one publication that somebody means.
 *
 * @throws ConfigurationError `unknown-publication`, `which-publication`.
 */
export async function findPublication(written: string, publishing: Publishing): Promise<string> {
  const [id = '', ...others] = await findPublications(written, publishing);
  if (others.length === 0) return id;
  throw new ConfigurationError('which-publication', {
    message: `"${written}" means ${others.length + 1} posts`,
    hint: `Give the id of one: ${await listed([id, ...others], publishing)}.`,
  });
}

// Fewer letters are more likely a slip than an id.
const shortest = 4;

async function listed(ids: readonly string[], publishing: Publishing): Promise<string> {
  const { accounts } = await publicationNames(publishing);
  const { publications } = await publishing.publisher.status();
  return publications
    .filter(({ id }) => ids.includes(id))
    .map(({ id, account }) => `${id} (${accountWords(accounts.get(account), account).join(' ')})`)
    .join(' or ');
}

/** Its network and its name there. */
export function accountWords(account: Account | undefined, key: string): [string, string] {
  return account ? [account.platform, account.handle ?? account.id] : [key, ''];
}
