import { accountKey, type Publication } from '@affiche/core';
import type { PublicationState } from '../outbox/entry.ts';
import { everyEntry } from '../outbox/every-entry.ts';
import type { EntryFilter } from '../outbox/outbox.ts';
import type { RunnerContext } from '../runner/context.ts';
import { textOf, wordsOf } from '../text/words.ts';
import { type AccountOwners, accountOwners } from './account-owners.ts';
import { type SameTextPolicy, type TextMemory, textMemory, type Told } from './repetition.ts';

/** Readers forget: older posts are not compared with. */
const rememberedDays = 90;

/** Databases bound the number of placeholders of one statement. */
const wordsPerLook = 500;

/** What is known of the accounts of a plan. */
interface Others {
  readonly memory: TextMemory;
  readonly owners: AccountOwners;
}

/**
 * What the accounts of a plan said lately or will say and for whom, and what other accounts say in the
 * same words; without what the plan itself decides about.
 */
export async function rememberOthers(
  { outbox }: RunnerContext,
  publications: readonly Publication[],
  {
    decided,
    now,
    policy,
  }: {
    readonly decided: ReadonlySet<string>;
    readonly now: number;
    readonly policy: SameTextPolicy;
  },
): Promise<Others> {
  const memory = textMemory(policy);
  const owners = accountOwners();
  const from = now - rememberedDays * 86_400_000;
  const accounts = new Set(publications.map(({ account }) => accountKey(account)));
  const know = async (filter: EntryFilter) => {
    for await (const { publication, account, state } of everyEntry(outbox, { ...filter, from })) {
      // Those of the plan are asked for everything that they said.
      const isKnown = filter.account === undefined && accounts.has(account);
      if (isKnown || decided.has(publication.id)) continue;
      if (!unsaid.has(state)) memory.know(tell(publication, account));
      if (accounts.has(account)) owners.know(account, publication, state);
    }
  };
  for (const account of accounts) await know({ account });
  if (policy === 'allow') return { memory, owners };
  for (let start = 0; start < publications.length; start += wordsPerLook) {
    const words = publications.slice(start, start + wordsPerLook).flatMap((each) => wordsOf(each));
    if (words.length > 0) await know({ words });
  }
  return { memory, owners };
}

const unsaid: ReadonlySet<PublicationState> = new Set(['cancelled', 'failed', 'rolled-back']);

/** What readers will have read of a publication. */
export function tell({ id, account, draft }: Publication, key = accountKey(account)): Told {
  return { id, account: key, platform: account.platform, text: textOf(draft) };
}
