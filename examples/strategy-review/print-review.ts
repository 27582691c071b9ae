import { type Finding, formatPath } from '@affiche/core';
import type { Language, Strategy } from '@affiche/strategy';

const words = {
  en: {
    clean: 'Nothing to mend. It can go to the client.',
    error: 'To mend before anybody signs',
    warning: 'To think about',
    info: 'To know',
    fix: '→',
    counts: (errors: number, warnings: number) => `${errors} to mend, ${warnings} to think about.`,
  },
  fr: {
    clean: 'Rien à corriger. Le plan peut aller au client.',
    error: 'À corriger avant toute signature',
    warning: 'À méditer',
    info: 'À savoir',
    fix: '→',
    counts: (errors: number, warnings: number) => `${errors} à corriger, ${warnings} à méditer.`,
  },
};

/** Writes a review the way one would hand it over: what must change first, each with what to do. */
export function printReview(
  strategy: Strategy,
  findings: readonly Finding[],
  language: Language,
): string {
  const say = words[language];
  const title = `${strategy.client.name}, ${strategy.period.from} – ${strategy.period.to}`;
  const lines = [title, '='.repeat(title.length)];
  if (findings.length === 0) return [...lines, say.clean, ''].join('\n');
  lines.push('');
  for (const severity of ['error', 'warning', 'info'] as const) {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    lines.push(`${say[severity]} (${group.length})`, '');
    for (const { path, message, fix } of group) {
      lines.push(`  ${message}`, `  ${say.fix} ${fix}`, `    ${formatPath(path)}`, '');
    }
  }
  const count = (severity: string) =>
    findings.filter((finding) => finding.severity === severity).length;
  return [...lines, say.counts(count('error'), count('warning')), ''].join('\n');
}
