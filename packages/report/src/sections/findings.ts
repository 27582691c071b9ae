import { type Finding, formatPath } from '@affiche/core';
import { allFindings } from '../all-findings.ts';
import { badge, type Tone } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportContext } from '../report-context.ts';
import type { Section } from '../section.ts';
import type { Table } from '../table.ts';
import { hostName, webLink } from '../web-link.ts';

const tones = { error: 'bad', warning: 'warn', info: 'quiet' } as const satisfies Record<
  Finding['severity'],
  Tone
>;
// A rule broken five hundred times is one thing to know, not five hundred.
const mostPerRule = 3;

/** What the checks of strategy and calendar found, the gravest first. */
export function findingsSection(context: ReportContext): Section | undefined {
  const { input, words } = context;
  if (!input.findings && !input.calendar) return undefined;
  const found = allFindings(context);
  const byRule = Map.groupBy(found, ({ severity, rule }) => `${severity} ${rule}`);
  return {
    id: 'findings',
    title: words.findings.title,
    charts: [],
    tables: [findingsTable(found, context)],
    body: () =>
      found.length === 0
        ? html`<p class="note">${words.findings.empty}</p>`
        : html`<div class="sheet">
            <ul class="rows" role="list">
              ${[...byRule].map(([, same]) => ruleMarkup(same, context))}
            </ul>
          </div>`,
  };
}

function ruleMarkup(findings: readonly Finding[], context: ReportContext): Markup {
  const { words, formats } = context;
  const more = findings.length - mostPerRule;
  return html`${findings.slice(0, mostPerRule).map((finding) => findingMarkup(finding, context))}
  ${more > 0 && html`<li class="finding note">${words.findings.more(formats.count(more), findings[0]?.rule ?? '')}</li>`}`;
}

function findingMarkup(finding: Finding, { words, formats }: ReportContext): Markup {
  const { severity, rule, path, message, fix, source } = finding;
  return html`<li class="finding">
    ${badge(tones[severity], words.severities[severity])}
    <div>
      <p dir="auto">${message}${numbers(finding, words, formats)}</p>
      <p dir="auto">${fix}</p>
      <p class="note">
        <code>${rule}</code>${path.length > 0 && html` <code>${formatPath(path)}</code>`}${
          source &&
          html` ${webLink(source.url, hostName(source.url))} (${formats.date(source.verifiedAt)})`
        }
      </p>
    </div>
  </li> `;
}

function numbers(
  { measured, limit, unit }: Finding,
  words: ReportContext['words'],
  formats: ReportContext['formats'],
): string {
  if (measured === undefined || limit === undefined) return '';
  const written = (value: string | number) =>
    [typeof value === 'number' ? formats.decimal(value, 3) : value, unit].join(' ').trim();
  return ` (${words.findings.measured(written(measured), written(limit))})`;
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
