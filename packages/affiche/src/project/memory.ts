import { readFile } from 'node:fs/promises';
import { Calendar, ConfigurationError, Reading } from '@affiche/core';
import type { Plan } from '@affiche/publish';
import { z } from 'zod';
import { replaceFile } from './files.ts';
import type { ProjectFolder } from './project-folder.ts';

// What a project remembers between two commands, beside the outbox: plain JSON a person can read.

/** Where a project remembers. */
type Memory = Pick<ProjectFolder, 'state'>;

/** A plan that waits for its approval, and the calendar it comes from. */
export interface Proposal {
  readonly calendar: Calendar;
  readonly plan: Plan;
  /** How many errors stand in its way. */
  readonly errors: number;
}

const Proposal = z.object({
  calendar: Calendar,
  // Made by ourselves, and bound to its hash: the publisher recomputes it before anything happens.
  plan: z.custom<Plan>((value) => typeof value === 'object' && value !== null && 'hash' in value),
  errors: z.int(),
});

/** The calendar that was approved last. */
export async function readCalendar(project: Memory): Promise<Calendar | undefined> {
  return read(`${project.state}/calendar.json`, Calendar);
}

/** Remembers the calendar that was approved. */
export async function writeCalendar(project: Memory, calendar: Calendar): Promise<void> {
  await write(`${project.state}/calendar.json`, calendar);
}

/** The plan that was shown last. */
export async function readProposal(project: Memory): Promise<Proposal | undefined> {
  return read(`${project.state}/plan.json`, Proposal);
}

/** Remembers the plan that was shown. */
export async function writeProposal(project: Memory, proposal: Proposal): Promise<void> {
  await write(`${project.state}/plan.json`, proposal);
}

/** Everything that networks counted so far. */
export async function readReadings(project: Memory): Promise<Reading[]> {
  return (await read(`${project.state}/readings.json`, z.array(Reading))) ?? [];
}

/** Adds what networks counted just now. */
export async function addReadings(project: Memory, fresh: readonly Reading[]): Promise<void> {
  await write(`${project.state}/readings.json`, [...(await readReadings(project)), ...fresh]);
}

async function read<Value>(file: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError('state-malformed', {
    message: `${file} is not what affiche wrote there`,
    hint: 'Take it away and plan again; what was published is remembered elsewhere.',
  });
}

async function write(file: string, value: unknown): Promise<void> {
  await replaceFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
