import {
  type Finding,
  formatFinding,
  hasErrors,
  instant,
  type Instant,
  type PlainDate,
} from '@affiche/core';
import type { Plan } from '@affiche/publish';
import { planCalendar } from '@affiche/schedule';
import type { Agency } from './agency.ts';
import { addWeek } from './calendars.ts';
import type { Client, Reply } from './clients.ts';
import { reportWeek } from './report.ts';

/** One week for every client: plan, ask, publish, measure, report. What a timer starts on Fridays. */
export async function workWeek(agency: Agency, monday: PlainDate): Promise<void> {
  console.log(`Week of ${monday}`);
  for (const client of agency.clients) await agree(agency, client, monday);
  await agency.publisher.run({ until: `${addDays(monday, 6)}T22:59:00Z` });
  await reportWeek(agency, monday);
}

/** Shows the client a plan, and applies exactly what was approved. */
async function agree(agency: Agency, client: Client, monday: PlainDate): Promise<void> {
  const { publisher, clock, folder } = agency;
  const { name, contact = 'the client' } = client.strategy.client;
  const reply = client.reply(monday);
  const calendar = planWeek(client, monday, { now: instant(clock.now()), reply });
  // The scope keeps clients apart: planning one never touches another.
  const plan = await publisher.plan(calendar, { scope: client.id });
  const posts = `${calendar.publications.length} posts (plan ${plan.hash.slice(0, 8)})`;
  const problems = findingsOf(plan);
  for (const finding of problems) console.log(`    ${formatFinding(finding)}`);
  if (hasErrors(problems)) {
    console.log(`  ${name}: not shown to ${contact} before this is put right`);
    return;
  }
  if (!reply?.approved) {
    console.log(`  ${name}: ${posts} wait for ${contact}; nothing goes out without a yes`);
    return;
  }
  await publisher.apply(plan, { approvedBy: contact, hash: plan.hash });
  await addWeek(folder, client.id, calendar);
  const left = reply.without.length > 0 ? ` without ${reply.without.join(', ')}` : '';
  console.log(`  ${name}: ${contact} approved ${posts}${left}`);
  if (reply.stop !== undefined) {
    await publisher.pause(`client:${client.id}`, { by: contact, reason: reply.stop });
    console.log(`  ${name}: ${contact} stopped everything: ${reply.stop}`);
  }
}

function planWeek(
  { strategy, ideas }: Client,
  monday: PlainDate,
  { now, reply }: { readonly now: Instant; readonly reply: Reply | undefined },
) {
  return planCalendar({
    strategy,
    ideas: ideas(monday).filter(({ draft }) => !reply?.without.includes(draft.id)),
    from: monday,
    to: addDays(monday, 6),
    now,
  });
}

function findingsOf({ findings, changes }: Plan): Finding[] {
  return [...findings, ...changes.flatMap((change) => change.findings)];
}

function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
