import { writeFile } from 'node:fs/promises';
import { instant, type PlainDate, type Reading } from '@affiche/core';
import { scorecard } from '@affiche/kpi';
import { previewCalendar, renderReport } from '@affiche/report';
import type { Agency } from './agency.ts';
import { readCalendar } from './calendars.ts';
import type { Client } from './clients.ts';

/** Measures what is out, and writes a page for each client. */
export async function reportWeek(agency: Agency, monday: PlainDate): Promise<void> {
  const { clients, folder, publisher, clock } = agency;
  const calendars = await Promise.all(clients.map(({ id }) => readCalendar(folder, id)));
  const starts = calendars.flatMap((calendar) => (calendar ? [calendar.start] : []));
  const since = starts.toSorted()[0] ?? instant(clock.now());
  const readings = await publisher.collect({ since });
  for (const client of clients) await reportClient(agency, client, monday, readings);
}

async function reportClient(
  { publisher, platforms, clock, folder }: Agency,
  { id, strategy }: Client,
  monday: PlainDate,
  readings: readonly Reading[],
): Promise<void> {
  const calendar = await readCalendar(folder, id);
  const { publications } = await publisher.status({ client: id });
  const ours = new Set(publications.map((each) => each.id));
  const own = readings.filter(({ subject }) => ours.has(subject.publication ?? ''));
  const results = scorecard(strategy, own, { asOf: instant(clock.now()) });
  const page = renderReport({
    strategy,
    calendar,
    readings: own,
    scorecard: results,
    ...(calendar && { previews: previewCalendar(calendar, platforms) }),
  });
  const file = `${id}-${monday}.html`;
  await writeFile(`${folder}/${file}`, page);
  const out = publications.filter(
    ({ state, wall }) => state === 'published' && wall.date >= monday,
  ).length;
  const [row] = results.rows;
  console.log(
    `  ${strategy.client.name}: ${out} posts out on ${strategy.channels.length} accounts, ` +
      `${row?.actual ?? 'nothing yet'} of ${row?.name}; report in ${file}`,
  );
}
