import { accountWords, findPublications, publicationNames } from '../project/publication-names.ts';
import type { Publishing } from '../project/workshop.ts';
import { progressLine } from '../terminal/show-progress.ts';
import { showStatus } from '../terminal/show-status.ts';
import { collect as collectReadings, runWork } from '../workflow/run.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withPublishing } from './with-publishing.ts';

/** Publishes what comes due, until it is stopped. */
export async function run(flags: ProjectFlags, { terminal, signal }: Setting): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    if (!flags.rehearse)
      terminal.note(
        'Publishing what comes due, until all of it is out. Ctrl+C stops after what is being sent.',
      );
    await runWork(publishing, { signal, onProgress: progressLine(terminal) });
    terminal.redraw('');
    if (signal.aborted) {
      const again = `affiche run${flags.rehearse ? ' --rehearse' : ''}`;
      terminal.note(`Stopped; nothing is lost. "${again}" goes on from here.`);
    }
    await tellStatus(publishing, flags, terminal);
    return 0;
  });
}

/** Says where everything stands. */
export async function status(
  flags: ProjectFlags & { readonly all?: boolean },
  { terminal }: Setting,
): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    await tellStatus(publishing, flags, terminal);
    return 0;
  });
}

/** Settles what was being sent when a worker went away. */
export async function recover(flags: ProjectFlags, { terminal, signal }: Setting): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    const settled = await publishing.publisher.recover({ signal });
    if (flags.json) terminal.say(JSON.stringify(settled, null, 2));
    else {
      const { ideas } = await publicationNames(publishing);
      for (const { id, account, state, note } of settled) {
        const post = `${ideas.get(id) ?? id} on ${account}`;
        terminal.say(`${post}: ${state}${note ? `, ${note}` : ''}`);
      }
      terminal.say(settled.length === 0 ? 'Nothing was in doubt.' : `${settled.length} settled.`);
    }
    return 0;
  });
}

/** Says what happened to a publication, or to all of an idea, and on what evidence. */
export async function explain(
  id: string,
  flags: ProjectFlags,
  { terminal }: Setting,
): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    const { publisher } = publishing;
    const publications = await findPublications(id, publishing);
    if (flags.json) {
      const histories = publications.map((publication) => publisher.history({ publication }));
      terminal.say(JSON.stringify((await Promise.all(histories)).flat(), null, 2));
      return 0;
    }
    const { ideas, accounts } = await publicationNames(publishing);
    const { publications: stands } = await publisher.status();
    const keys = new Map(stands.map((each) => [each.id, each.account]));
    for (const [index, publication] of publications.entries()) {
      if (index > 0) terminal.say();
      const key = keys.get(publication) ?? '';
      const words = [
        ideas.get(publication) ?? publication,
        ...accountWords(accounts.get(key), key),
      ];
      terminal.say(terminal.style('bold', words.join('  ').trimEnd()));
      terminal.say(await publisher.explain(publication));
    }
    return 0;
  });
}

/** Asks the networks what the posts achieved so far. */
export async function collect(flags: ProjectFlags, { terminal }: Setting): Promise<number> {
  return withPublishing(flags, async (publishing) => {
    const readings = await collectReadings(publishing);
    terminal.say(
      flags.json ? JSON.stringify(readings, null, 2) : `${readings.length} readings collected.`,
    );
    return 0;
  });
}

async function tellStatus(
  publishing: Publishing,
  flags: ProjectFlags & { readonly all?: boolean },
  terminal: Setting['terminal'],
): Promise<void> {
  const where = await publishing.publisher.status();
  if (flags.json) terminal.say(JSON.stringify(where, null, 2));
  else {
    const names = await publicationNames(publishing);
    showStatus(where, terminal, { all: flags.all ?? false, names });
  }
}
