import { instant } from '@affiche/core';
import { scorecard } from '@affiche/kpi';
import { roi } from '@affiche/kpi/roi';
import { previewCalendar, type ReportInput } from '@affiche/report';
import { reviewStrategy } from '@affiche/strategy';
import { readBooks } from '../project/books.ts';
import { readCalendar, readReadings } from '../project/memory.ts';
import type { Workshop } from '../project/workshop.ts';
import { learnTiming } from './make-calendar.ts';

/** Everything that the report of a project shows. */
export async function gatherReport({ project, clock }: Workshop): Promise<ReportInput> {
  const { strategy, config } = project;
  const calendar = await readCalendar(project);
  const readings = await readReadings(project);
  const books = await readBooks(project);
  const { timing } = await learnTiming(project);
  return {
    strategy,
    timing,
    ...(calendar && { calendar, previews: previewCalendar(calendar, config.platforms) }),
    ...(readings.length > 0 && {
      readings,
      scorecard: scorecard(strategy, readings, { asOf: instant(clock.now()) }),
    }),
    ...(books && { roi: roi(books.costs, books.revenue) }),
    findings: reviewStrategy(strategy, { today: project.today, ...(calendar && { calendar }) }),
  };
}
