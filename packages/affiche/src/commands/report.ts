import { mkdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { renderReport, reportTables, toRecords } from '@affiche/report';
import { toICalendar } from '@affiche/schedule/interchange';
import { orExplain, replaceFile } from '../project/files.ts';
import { readCalendar } from '../project/memory.ts';
import { gatherReport } from '../workflow/report.ts';
import { writeReportParts } from '../workflow/report-parts.ts';
import type { ProjectFlags, Setting } from './command.ts';
import { withWorkshop } from './with-workshop.ts';

/** What `report` understands. */
export interface ReportFlags extends ProjectFlags {
  readonly output?: string;
  /** Charts and tables as files of their own, too. */
  readonly parts?: boolean;
}

/** Writes the page to send to a client. */
export async function report(flags: ReportFlags, { terminal }: Setting): Promise<number> {
  return withWorkshop(flags, async (workshop) => {
    const { project } = workshop;
    const input = await gatherReport(workshop);
    if (flags.json) {
      const tables = reportTables(input).map((table) => ({ id: table.id, rows: toRecords(table) }));
      terminal.say(JSON.stringify({ scorecard: input.scorecard, roi: input.roi, tables }, null, 2));
      return 0;
    }
    const folder = resolve(
      project.folder,
      flags.output ?? (flags.rehearse ? 'output/rehearsal' : 'output'),
    );
    await orExplain(folder, () => mkdir(folder, { recursive: true }));
    const { theme } = project.config;
    await replaceFile(`${folder}/report.html`, renderReport(input, { ...(theme && { theme }) }));
    const written = ['report.html'];
    const calendar = await readCalendar(project);
    if (calendar) {
      await replaceFile(`${folder}/calendar.ics`, toICalendar(calendar));
      written.push('calendar.ics');
    }
    if (flags.parts) {
      const parts = await writeReportParts(folder, input);
      written.push(`${parts.files} files of charts and tables`);
      if (parts.noPictures !== undefined) terminal.note(parts.noPictures);
    }
    for (const row of input.scorecard?.rows ?? []) {
      terminal.say(`${row.name}: ${row.actual ?? 'unknown'} of ${row.target}, ${row.verdict}`);
    }
    terminal.say(`Wrote ${written.join(', ')} to ${relative('.', folder) || '.'}`);
    return 0;
  });
}
