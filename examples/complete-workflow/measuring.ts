import { readFile, rename, writeFile } from 'node:fs/promises';
import {
  type Calendar,
  epochMilliseconds,
  instant,
  type Instant,
  Reading,
  resolveWallTime,
  wallTimeAt,
  type Zone,
} from '@affiche/core';
import type { Publisher } from '@affiche/publish';
import { z } from 'zod';

const dayMilliseconds = 86_400_000;

/** The last minute of every Sunday of a calendar, when the week is measured. */
export function weekEnds({ start, end }: Pick<Calendar, 'start' | 'end'>, zone: Zone): Instant[] {
  const ends: Instant[] = [];
  for (let at = epochMilliseconds(start); at < epochMilliseconds(end); at += dayMilliseconds) {
    const { date } = wallTimeAt(instant(at + dayMilliseconds / 2), zone);
    if (new Date(`${date}T00:00:00Z`).getUTCDay() !== 0) continue;
    ends.push(resolveWallTime({ date, time: '23:59', zone, disambiguation: 'compatible' }));
  }
  return ends;
}

/**
 * What the posts of a calendar achieved by now. Kept in a file, so that a run that goes on after a
 * crash does not measure a week twice.
 */
export async function measure(
  publisher: Publisher,
  since: Instant,
  file: string,
): Promise<Reading[]> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return z.array(Reading).parse(JSON.parse(kept));
  const readings = await publisher.collect({ since });
  // Whole or not at all: a run may be killed while it writes.
  await writeFile(`${file}.new`, JSON.stringify(readings));
  await rename(`${file}.new`, file);
  return readings;
}
