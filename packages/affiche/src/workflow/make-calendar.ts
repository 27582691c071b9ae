import { type Calendar, type Finding, type Publication, seededRandom } from '@affiche/core';
import {
  type CalendarPlan,
  fitPostingTimes,
  planCalendar,
  type PostingTimeModel,
  replanCalendar,
} from '@affiche/schedule';
import { reviewStrategy } from '@affiche/strategy';
import { readHistory } from '../project/history.ts';
import { readIdeas } from '../project/ideas.ts';
import { readCalendar, readReadings } from '../project/memory.ts';
import type { Project } from '../project/project.ts';
import type { Workshop } from '../project/workshop.ts';
import { checkVoices } from './check-voices.ts';
import { nameIdeas } from './name-posts.ts';

/** What a project would publish, why then, and what is wrong with it. */
export interface MadeCalendar {
  readonly calendar: CalendarPlan;
  readonly timing: PostingTimeModel;
  readonly findings: readonly Finding[];
}

// Before these, nothing of a publication is out or on its way.
const movable: ReadonlySet<string> = new Set(['planned', 'missed', 'failed', 'cancelled']);

/** Plans the calendar of a project; what was approved before moves as little as possible. */
export async function makeCalendar(workshop: Workshop): Promise<MadeCalendar> {
  const { project } = workshop;
  const { strategy, now } = project;
  const { ideas, findings } = await readIdeas(project);
  const { timing, findings: learnt } = await learnTiming(project);
  const before = await readCalendar(project);
  const input = {
    strategy,
    ideas,
    timing,
    // Chance tries hours while history says little; the same project is planned the same way again.
    random: seededRandom(strategy.id),
    now,
    approvalLeadHours: strategy.team.approvalDays * 24,
    ...strategy.period,
    published: before ? await immovable(workshop, before) : [],
  };
  const calendar = before ? replanCalendar({ ...input, calendar: before }) : planCalendar(input);
  return {
    calendar,
    timing,
    findings: [
      ...nameIdeas(reviewStrategy(strategy, { today: project.today, calendar }), calendar),
      ...findings,
      ...learnt,
      ...checkVoices(ideas, strategy),
      ...calendar.findings,
    ],
  };
}

/** What the past says about hours: the project's history, and what it measured itself. */
export async function learnTiming(
  project: Project,
): Promise<{ readonly timing: PostingTimeModel; readonly findings: readonly Finding[] }> {
  const { history, findings } = await readHistory(project, await readReadings(project));
  const timing = fitPostingTimes(history, {
    zone: project.strategy.zone,
    objective: 'engagement',
    now: project.now,
  });
  return { timing, findings };
}

async function immovable({ publisher }: Workshop, before: Calendar): Promise<Publication[]> {
  const { publications } = await publisher.status();
  const fixed = new Set(
    publications.filter(({ state }) => !movable.has(state)).map(({ id }) => id),
  );
  return before.publications.filter(({ id }) => fixed.has(id));
}
