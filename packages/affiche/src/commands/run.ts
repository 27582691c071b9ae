import { progressLine } from '../terminal/show-progress.ts';
import { showStatus } from '../terminal/show-status.ts';
import { collect as collectReadings, runWork } from '../workflow/run.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** Publishes what comes due, until it is stopped. */
export async function run(flags: ProjectFlags, { terminal, signal }: Setting): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    if (!flags.rehearse)
      terminal.note('Publishing what comes due. Ctrl+C stops after what is being sent.');
    await runWork(workshop, { signal, onProgress: progressLine(terminal) });
    terminal.redraw('');
    if (signal.aborted) terminal.note('Stopped; nothing is lost. "affiche run" goes on from here.');
    await tellStatus(workshop, flags, terminal);
    return 0;
  });
}

/** Says where everything stands. */
export async function status(
  flags: ProjectFlags & { readonly all?: boolean },
  { terminal }: Setting,
): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    await tellStatus(workshop, flags, terminal);
    return 0;
  });
}

/** Settles what was being sent when a worker went away. */
export async function recover(flags: ProjectFlags, { terminal, signal }: Setting): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const settled = await workshop.publisher.recover({ signal });
    if (flags.json) terminal.say(JSON.stringify(settled, null, 2));
    else {
      for (const { id, state, note } of settled)
        terminal.say(`${id}: ${state}${note ? `, ${note}` : ''}`);
      terminal.say(settled.length === 0 ? 'Nothing was in doubt.' : `${settled.length} settled.`);
    }
    return 0;
  });
}

/** Says what happened to one publication, and on what evidence. */
export async function explain(
  id: string,
  flags: ProjectFlags,
  { terminal }: Setting,
): Promise<number> {
  return withWorkshop(flags, async ({ publisher }) => {
    terminal.say(
      flags.json
        ? JSON.stringify(await publisher.history({ publication: id }), null, 2)
        : await publisher.explain(id),
    );
    return 0;
  });
}

/** Asks the networks what the posts achieved so far. */
export async function collect(flags: ProjectFlags, { terminal }: Setting): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const readings = await collectReadings(workshop);
    terminal.say(
      flags.json ? JSON.stringify(readings, null, 2) : `${readings.length} readings collected.`,
    );
    return 0;
  });
}

async function tellStatus(
  { publisher }: Parameters<Parameters<typeof withWorkshop>[1]>[0],
  flags: ProjectFlags & { readonly all?: boolean },
  terminal: Setting['terminal'],
): Promise<void> {
  const where = await publisher.status();
  if (flags.json) terminal.say(JSON.stringify(where, null, 2));
  else showStatus(where, terminal, { all: flags.all ?? false });
}
