import { type Finding, type Reading, epochMilliseconds } from '@affiche/core';
import { facts } from './facts.ts';

/**
 * Finds counts whose window lies over another window of the same count, such as a month over its
 * days: adding both would count twice. The shorter windows stay.
 */
export function findOverlaps(
  readings: readonly { readonly reading: Reading; readonly index: number; readonly key: string }[],
): { readonly dropped: ReadonlySet<number>; readonly findings: readonly Finding[] } {
  const dropped = new Set<number>();
  const findings: Finding[] = [];
  const additive = readings.filter(
    ({ reading }) =>
      reading.window !== 'lifetime' && facts[reading.fact]?.additivity === 'additive',
  );
  for (const [, list] of Map.groupBy(additive, ({ key, reading }) => `${key} ${reading.fact}`)) {
    const kept: { from: number; to: number }[] = [];
    const windows = list
      .map(({ reading, index }) => Object.assign(span(reading), { index, fact: reading.fact }))
      .toSorted((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
    for (const { from, to, index, fact } of windows) {
      const same = kept.some((each) => each.from === from && each.to === to);
      if (!same && kept.some((each) => each.from < to && from < each.to)) {
        dropped.add(index);
        findings.push(overlap(index, fact));
      } else kept.push({ from, to });
    }
  }
  return { dropped, findings };
}

function span({ window }: Reading): { readonly from: number; readonly to: number } {
  if (window === 'lifetime') return { from: 0, to: 0 };
  return { from: epochMilliseconds(window.from), to: epochMilliseconds(window.to) };
}

function overlap(index: number, fact: string): Finding {
  return {
    rule: 'kpi/reading/overlapping-windows',
    severity: 'warning',
    path: ['readings', index, 'window'],
    message: `This count of ${fact} lies over shorter ones of the same subject, so it is left out.`,
    fix: 'Collect one length of window for each count.',
  };
}
