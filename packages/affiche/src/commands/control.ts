import { userInfo } from 'node:os';
import type { EditOutcome } from '@affiche/publish';
import { pauseScope } from '../project/pause-scope.ts';
import { findPublication } from '../project/publication-names.ts';
import type { Publishing } from '../project/workshop.ts';
import { scopeWords } from '../terminal/scope-words.ts';
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
  return withPublishing(flags, async (publishing) => {
    const scope = await pauseScope(flags, publishing);
    const reason = flags.reason ?? 'no reason given';
    const flying = await publishing.publisher.pause(scope, { by: who(flags), reason });
    if (flags.json) terminal.say(JSON.stringify(flying, null, 2));
    else {
      terminal.say(
        `Paused: ${scopeWords(scope)}. Nothing more of it goes out until it is resumed:`,
      );
      terminal.say(`  ${resumeCommand(scope, flags)}`);
      for (const { id, account, step } of flying) {
        const which = step === undefined ? '' : ` (${step})`;
        terminal.say(`  in flight: ${id} on ${account}${which}`);
      }
    }
    return 0;
  });
}

/** Lets go on what was paused, and says what is not. */
export async function resume(flags: ScopeFlags, { terminal }: Setting): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    const { publisher } = publishing;
    const { pauses: before } = await publisher.status({ limit: 0 });
    const isPaused = (scope: string) => before.some((each) => each.scope === scope);
    // What is paused may be gone from the strategy by now.
    const written =
      flags.client === undefined ? `account:${flags.account}` : `client:${flags.client}`;
    const scope = isPaused(written) ? written : await pauseScope(flags, publishing);
    const wasPaused = isPaused(scope);
    await publisher.resume(scope, { by: who(flags) });
    const { pauses } = await publisher.status({ limit: 0 });
    if (flags.json) terminal.say(JSON.stringify({ resumed: wasPaused, pauses }, null, 2));
    else {
      terminal.say(`${wasPaused ? 'Resumed' : 'Not paused'}: ${scopeWords(scope)}.`);
      for (const still of pauses) {
        terminal.say(`Still paused: ${scopeWords(still.scope)}: ${still.reason}`);
        terminal.say(`  ${resumeCommand(still.scope, flags)}`);
      }
    }
    return wasPaused ? 0 : 1;
  });
}

function resumeCommand(scope: string, { rehearse = false, project }: ScopeFlags): string {
  const [kind = '', ...name] = scope.split(':');
  return [
    'affiche resume',
    ...(scope === '*' ? [] : [`--${kind} ${name.join(':')}`]),
    ...(rehearse ? ['--rehearse'] : []),
    ...(project === '.' ? [] : [`--project ${project}`]),
  ].join(' ');
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

function who({ by }: ScopeFlags): string {
  return by ?? userInfo().username;
}
