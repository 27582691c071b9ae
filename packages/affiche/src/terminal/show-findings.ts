import { type Finding, formatPath, type Severity } from '@affiche/core';
import type { FindingPlace } from '../project/finding-place.ts';
import type { Style, Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const order: readonly Severity[] = ['error', 'warning', 'info'];
const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };
const signs: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: '·' };

/** Lists what checks found, the worst first, each place under its own heading. */
export function showFindings(
  findings: readonly Finding[],
  terminal: Terminal,
  { least = 'info' }: { readonly least?: Severity } = {},
): void {
  const shown = findings.filter(({ severity }) => order.indexOf(severity) <= order.indexOf(least));
  const sorted = shown.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  // What is said of many places is said once, with where.
  const same = Map.groupBy(sorted, ({ rule, severity, message, fix }) =>
    [rule, severity, message, fix].join('\n'),
  );
  for (const alike of same.values()) {
    const [finding] = alike;
    if (finding)
      showFinding(
        finding,
        alike.map(({ path }) => placeName(path)),
        terminal,
      );
  }
  if (shown.length > 0) terminal.say();
  terminal.say(summary(findings, terminal));
}

function showFinding(finding: Finding, places: readonly string[], terminal: Terminal): void {
  const { style, say, columns } = terminal;
  const { severity, message, measured, limit, unit, fix, rule, source } = finding;
  const [first = '', ...others] = [...new Set(places.filter((place) => place !== ''))];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  say(
    `${style(styles[severity], `${signs[severity]} ${severity}`)}  ${style('bold', `${first}${more}`)}`,
  );
  // A word that was found is in the sentence already; a figure wants its limit.
  const isFigure = typeof measured === 'number' || (measured !== undefined && limit !== undefined);
  const figures = isFigure
    ? ` (${measured}${limit === undefined ? '' : ` of ${limit}`}${unit ? ` ${unit}` : ''})`
    : '';
  for (const line of wrapped(`${message}${figures}`, columns - 4)) say(`    ${line}`);
  for (const line of wrapped(fix, columns - 6)) say(`    → ${line}`);
  say(style('dim', `    ${rule}${source ? `  ${source.url}` : ''}`));
}

/** A place in a file as people name it: "ideas.csv, row 3, text"; else a path into the value. */
function placeName(path: Finding['path']): string {
  const isFile = /\.(?:csv|md)$/.test(String(path[0])) || path[0] === 'history';
  return isFile ? path.join(', ') : formatPath(path);
}

/** How many of each kind, in words. */
function summary(findings: readonly Finding[], { style }: Pick<Terminal, 'style'>): string {
  const words = order.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const name = { error: 'error', warning: 'warning', info: 'remark' }[severity];
    return count === 0
      ? []
      : [style(styles[severity], `${count} ${name}${count === 1 ? '' : 's'}`)];
  });
  return words.length === 0 ? style('green', '✓ Nothing to mend.') : `${words.join(', ')}.`;
}

/** The findings as GitHub Actions shows them, beside the lines of files that they are about. */
export function annotations(
  findings: readonly Finding[],
  placeOf: (finding: Finding) => FindingPlace | undefined,
): string[] {
  const lines = findings.map((finding) => {
    const { severity, path, message, fix, rule } = finding;
    const { file, line } = placeOf(finding) ?? {};
    const properties = [
      ...(file === undefined ? [] : [`file=${property(file)}`]),
      ...(line === undefined ? [] : [`line=${line}`]),
      `title=${property(`${rule} ${placeName(path)}`)}`,
    ];
    return `::${githubKinds[severity]} ${properties.join(',')}::${escaped(`${message} ${fix}`)}`;
  });
  // What is wrong with a post on each network alike stands once beside its line.
  return [...new Set(lines)];
}

const githubKinds: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
