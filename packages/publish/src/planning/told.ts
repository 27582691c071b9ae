import { accountKey, type Publication } from '@affiche/core';
import { everyEntry } from '../outbox/every-entry.ts';
import type { RunnerContext } from '../runner/context.ts';
import { type SameTextPolicy, type TextMemory, textMemory, type Told } from './repetition.ts';

/** Readers forget: older posts are not compared with. */
const rememberedDays = 90;

/** What the accounts of a plan said lately or will say, without what the plan itself decides about. */
export async function rememberOthers(
  { outbox }: RunnerContext,
  {
    accounts,
    decided,
    now,
    policy,
  }: {
    readonly accounts: ReadonlySet<string>;
    readonly decided: ReadonlySet<string>;
    readonly now: number;
    readonly policy: SameTextPolicy;
  },
): Promise<TextMemory> {
  const memory = textMemory(policy);
  const from = now - rememberedDays * 86_400_000;
  for (const account of accounts) {
    for await (const { publication, state } of everyEntry(outbox, { account, from })) {
      if (state === 'cancelled' || state === 'failed' || decided.has(publication.id)) continue;
      memory.know(tell(publication, account));
    }
  }
  return memory;
}

/** What readers will have read of a publication. */
export function tell(
  { id, account, draft }: Pick<Publication, 'id' | 'account' | 'draft'>,
  key = accountKey(account),
): Told {
  const text = draft.items.map((item) => item.text).join('\n');
  return { id, account: key, platform: account.platform, text };
}
