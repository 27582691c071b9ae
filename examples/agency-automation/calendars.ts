import { readFile, rename, writeFile } from 'node:fs/promises';
import { Calendar } from '@affiche/core';

// What was approved for a client so far, in a file beside the outbox.

/** Reads what was approved for a client; nothing before the first approval. */
export async function readCalendar(folder: string, client: string): Promise<Calendar | undefined> {
  const text = await readFile(fileOf(folder, client), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : Calendar.parse(JSON.parse(text));
}

/** Adds a week that was approved; the file is replaced whole, because a program may be killed. */
export async function addWeek(folder: string, client: string, week: Calendar): Promise<void> {
  const before = await readCalendar(folder, client);
  const calendar: Calendar = {
    start: before?.start ?? week.start,
    end: week.end,
    publications: [...(before?.publications ?? []), ...week.publications],
    unplaced: [...(before?.unplaced ?? []), ...week.unplaced],
    findings: [...(before?.findings ?? []), ...week.findings],
  };
  const file = fileOf(folder, client);
  await writeFile(`${file}.new`, `${JSON.stringify(calendar, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

function fileOf(folder: string, client: string): string {
  return `${folder}/${client}.calendar.json`;
}
