import { type Finding, formatPath } from '@affiche/core';
import { badge, type Tone } from '../badge.ts';
import { html } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import type { Table } from '../table.ts';

const tones = { error: 'bad', warning: 'warn', info: 'quiet' } as const satisfies Record<
  Finding['severity'],
  Tone
>;
const severities = ['error', 'warning', 'info'] as const;

/** What the checks of strategy and calendar found, the gravest first. */
export function findingsSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  if (!input.findings && !input.calendar) return undefined;
  const found = allFindings(context);
  return {
    id: 'findings',
    title: words.findings.title,
    charts: [],
    tables: [findingsTable(found, context)],
    body:
      found.length === 0
        ? html`<p class="note">${words.findings.empty}</p>`
        : html`<div class="sheet">
            <ul class="rows" role="list">
              ${found.map(
                (finding) =>
                  html`<li class="finding">
                    ${badge(tones[finding.severity], words.severities[finding.severity])}
                    <div>
                      <p dir="auto">${finding.message}${numbers(finding, words)}</p>
                      <p dir="auto">${finding.fix}</p>
                      <p>
                        <code>${finding.rule}</code>${
                          finding.path.length > 0 && html` <code>${formatPath(finding.path)}</code>`
                        }
                      </p>
                    </div>
                  </li> `,
              )}
            </ul>
          </div>`,
  };
}

/** The findings of the input and of its calendar, the gravest first, none twice. */
export function allFindings({ input }: ReportContext): Finding[] {
  const found = [...(input.findings ?? []), ...(input.calendar?.findings ?? [])];
  const unique = new Map(
    found.map((finding) => [
      `${finding.rule} ${formatPath(finding.path)} ${finding.message}`,
      finding,
    ]),
  );
  return severities.flatMap((severity) =>
    [...unique.values()].filter((finding) => finding.severity === severity),
  );
}

function numbers({ measured, limit, unit }: Finding, words: ReportContext['words']): string {
  if (measured === undefined || limit === undefined) return '';
  const suffix = unit === undefined ? '' : ` ${unit}`;
  return ` (${words.findings.measured(`${measured}${suffix}`, `${limit}${suffix}`)})`;
}

function findingsTable(found: readonly Finding[], { words }: ReportContext): Table {
  const { columns } = words.findings;
  return {
    id: 'findings',
    title: words.findings.title,
    columns: [
      { key: 'rule', label: columns.rule },
      { key: 'severity', label: columns.severity },
      { key: 'path', label: columns.path },
      { key: 'message', label: columns.message },
      { key: 'fix', label: columns.fix },
    ],
    rows: found.map(({ rule, severity, path, message, fix }) => [
      rule,
      { value: severity, text: words.severities[severity] },
      formatPath(path),
      message,
      fix,
    ]),
  };
}
