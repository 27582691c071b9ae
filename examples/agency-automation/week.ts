import { writeFile } from 'node:fs/promises';
import {
  type AnyPlatform,
  type Calendar,
  type Clock,
  type Finding,
  formatFinding,
  hasErrors,
  instant,
  type Instant,
  type PlainDate,
} from '@affiche/core';
import { scorecard } from '@affiche/kpi';
import type { Plan, Publisher } from '@affiche/publish';
import { previewCalendar, renderReport } from '@affiche/report';
import { planCalendar } from '@affiche/schedule';
import type { Client, Reply } from './clients.ts';

/** What the agency works with. */
export interface Agency {
  readonly clients: readonly Client[];
  /** One for all clients: they share an outbox, and the networks' limits. */
  readonly publisher: Publisher;
  readonly platforms: readonly AnyPlatform[];
  readonly clock: Clock;
  /** Everything that was approved so far, by client. */
  readonly calendars: Map<string, Calendar>;
  /** The moment since which posts are measured. */
  readonly start: Instant;
  /** Where the reports go. */
  readonly output: string;
}

/** One week for every client: plan, ask, publish, measure, report. What a timer starts on Fridays. */
export async function workWeek(agency: Agency, monday: PlainDate): Promise<void> {
  console.log(`Week of ${monday}`);
  const { calendars } = agency;
  for (const client of agency.clients) {
    const approved = await agree(agency, client, monday);
    if (approved) calendars.set(client.id, joined(calendars.get(client.id), approved));
  }
  const sunday = addDays(monday, 6);
  await agency.publisher.run({ until: `${sunday}T22:59:00Z` });
  const readings = await agency.publisher.collect({ since: agency.start });
  for (const client of agency.clients) {
    const { strategy, id } = client;
    const accounts = new Set(strategy.channels.map(({ account }) => account.handle));
    const { publications } = await agency.publisher.status({ client: id });
    const ours = new Set(publications.map((each) => each.id));
    const own = readings.filter(
      ({ subject }) => subject.publication !== undefined && ours.has(subject.publication),
    );
    const asOf: Instant = instant(agency.clock.now());
    const results = scorecard(strategy, own, { asOf });
    const calendar = calendars.get(id);
    const page = renderReport({
      strategy,
      calendar,
      readings: own,
      scorecard: results,
      ...(calendar && { previews: previewCalendar(calendar, agency.platforms) }),
    });
    const file = `${id}-${monday}.html`;
    await writeFile(`${agency.output}/${file}`, page);
    const out = publications.filter(
      ({ state, wall }) => state === 'published' && wall.date >= monday,
    ).length;
    const [row] = results.rows;
    console.log(
      `  ${strategy.client.name}: ${out} posts out on ${accounts.size} accounts, ` +
        `${row?.actual ?? 'nothing yet'} of ${row?.name}; report in ${file}`,
    );
  }
}

/** Shows the client a plan, and applies exactly what was approved. */
async function agree(agency: Agency, client: Client, monday: PlainDate) {
  const { publisher, clock } = agency;
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
    return undefined;
  }
  if (!reply?.approved) {
    console.log(`  ${name}: ${posts} wait for ${contact}; nothing goes out without a yes`);
    return undefined;
  }
  await publisher.apply(plan, { approvedBy: contact, hash: plan.hash });
  const left = reply.without.length > 0 ? ` without ${reply.without.join(', ')}` : '';
  console.log(`  ${name}: ${contact} approved ${posts}${left}`);
  if (reply.stop !== undefined) {
    await publisher.pause(`client:${client.id}`, { by: contact, reason: reply.stop });
    console.log(`  ${name}: ${contact} stopped everything: ${reply.stop}`);
  }
  return calendar;
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

function joined(before: Calendar | undefined, next: Calendar): Calendar {
  if (!before) return next;
  return {
    start: before.start,
    end: next.end,
    publications: [...before.publications, ...next.publications],
    unplaced: [...before.unplaced, ...next.unplaced],
    findings: [...before.findings, ...next.findings],
  };
}

function findingsOf({ findings, changes }: Plan): Finding[] {
  return [...findings, ...changes.flatMap((change) => change.findings)];
}

function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
