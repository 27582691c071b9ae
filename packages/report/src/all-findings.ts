import { type Finding, formatPath, Severity } from '@affiche/core';
import type { ReportContext } from './report-context.ts';

/** The findings of the input and of its calendar, the gravest first, none twice. */
export function allFindings({ input }: ReportContext): Finding[] {
  const found = [...(input.findings ?? []), ...(input.calendar?.findings ?? [])];
  const unique = new Map(
    found.map((finding) => [
      `${finding.rule} ${formatPath(finding.path)} ${finding.message}`,
      finding,
    ]),
  );
  return Severity.options.flatMap((severity) =>
    [...unique.values()].filter((finding) => finding.severity === severity),
  );
}
