import { userInfo } from 'node:os';
import { ConfigurationError } from '@affiche/core';
import type { EditOutcome } from '@affiche/publish';
import { findPublication } from '../project/publication-names.ts';
import type { Publishing } from '../project/workshop.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withPublishing } from './with-publishing.ts';

/** What is stopped or let go on: everything, one client's accounts, or one account. */
export interface ScopeFlags extends ProjectFlags {
  readonly client?: string;
  readonly account?: string;
  readonly reason?: string;
  readonly by?: string;
}

/** Stops everything, a client or an account at once, and says what is in flight. */
export async function pause(flags: ScopeFlags, { terminal }: Setting): Promise<number> {
  return withPublishing(flags, async ({ publisher }) => {
    const scope = scopeOf(flags);
    const reason = flags.reason ?? 'no reason given';
    const flying = await publisher.pause(scope, { by: who(flags), reason });
    if (flags.json) terminal.say(JSON.stringify(flying, null, 2));
    else {
      terminal.say(`Paused: ${scope}. Nothing more goes out until "affiche resume".`);
      for (const { id, account } of flying) terminal.say(`  in flight: ${id} on ${account}`);
    }
    return 0;
  });
}

/** Lets go on what was paused. */
export async function resume(flags: ScopeFlags, { terminal }: Setting): Promise<number> {
  return withPublishing(flags, async ({ publisher }) => {
    const scope = scopeOf(flags);
    await publisher.resume(scope, { by: who(flags) });
    if (!flags.json) terminal.say(`Resumed: ${scope}.`);
    return 0;
  });
}

/** Cancels a publication. */
export async function cancel(id: string, flags: ScopeFlags, setting: Setting): Promise<number> {
  return edit(flags, setting, id, (publisher, found) =>
    publisher.cancel(found, { by: who(flags) }),
  );
}

/** Tries a publication again that is parked, failed, missed or partly out. */
export async function retry(id: string, flags: ScopeFlags, setting: Setting): Promise<number> {
  return edit(flags, setting, id, (publisher, found) => publisher.retry(found, { by: who(flags) }));
}

/** Says that a parked publication is out after all, because somebody looked. */
export async function confirmPost(
  id: string,
  flags: ScopeFlags & { readonly post: string; readonly url?: string },
  setting: Setting,
): Promise<number> {
  const output = { id: flags.post, ...(flags.url ? { url: flags.url } : {}) };
  return edit(flags, setting, id, (publisher, found) =>
    publisher.confirm(found, output, { by: who(flags) }),
  );
}

type EditWork = (publisher: Publishing['publisher'], id: string) => Promise<EditOutcome>;

async function edit(
  flags: ScopeFlags,
  { terminal }: Setting,
  id: string,
  work: EditWork,
): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    const found = await findPublication(id, publishing);
    const outcome = await work(publishing.publisher, found);
    terminal.say(flags.json ? JSON.stringify(outcome) : `${id}: ${outcomes[outcome]}`);
    return outcome === 'missing' ? 1 : 0;
  });
}

const outcomes: Readonly<Record<EditOutcome, string>> = {
  done: 'done.',
  stopping: 'it is on its way or partly out; nothing more of it will be sent.',
  'in-doubt':
    'it was sent, and nobody can tell yet whether it is out; "affiche recover" finds out.',
  'too-late': 'too late, it is out.',
  missing: 'there is no such publication.',
};

function scopeOf({ client, account }: ScopeFlags): string {
  if (client !== undefined && account !== undefined) {
    throw new ConfigurationError('two-scopes', {
      message: 'Both --client and --account are given',
      hint: 'Give one of them, or neither for everything.',
    });
  }
  if (client !== undefined) return `client:${client}`;
  return account === undefined ? '*' : `account:${account}`;
}

function who({ by }: ScopeFlags): string {
  return by ?? userInfo().username;
}
