import type { Finding } from '@affiche/core';
import { unreadable } from './icalendar-component.ts';
import type { Face, ReadEvent } from './icalendar-event.ts';
import { ruleStarts } from './rule-starts.ts';

/** One time that an event takes place. */
export interface Occurrence {
  readonly event: ReadEvent;
  readonly start: Face;
}

interface Period {
  readonly from: Face;
  readonly to: Face;
}

const mostOccurrences = 5000;
const day = 86_400_000;

/** When events take place within a period: series written out, single dates of them moved or cancelled. */
export function seriesOccurrences(
  events: readonly ReadEvent[],
  period: Period,
  findings: Finding[],
): Occurrence[] {
  return [...Map.groupBy(events, ({ id }) => id).values()].flatMap((own) => {
    const series = newest(own.filter(({ replaces }) => !replaces));
    const single = own.filter(({ replaces }) => replaces);
    return occurrences(series, single, period, findings).filter(
      ({ event, start }) =>
        !event.isCancelled && start <= period.to && start + Math.max(1, event.length) > period.from,
    );
  });
}

/** Of several versions of one event the last counts. */
function newest(versions: readonly ReadEvent[]): ReadEvent | undefined {
  return versions.reduce<ReadEvent | undefined>(
    (last, each) => (last && last.sequence > each.sequence ? last : each),
    undefined,
  );
}

function occurrences(
  series: ReadEvent | undefined,
  single: readonly ReadEvent[],
  period: Period,
  findings: Finding[],
): Occurrence[] {
  const moved = new Map<Face, ReadEvent>();
  for (const [key, versions] of Map.groupBy(single, (each) => replacedBy(each, series))) {
    const last = newest(versions);
    if (last) moved.set(key, last);
  }
  const later = [...moved]
    .filter(([, { isForAllLater }]) => isForAllLater)
    .toSorted(([a], [b]) => b - a);
  const found = series
    ? startsOf(series, period, findings)
        .filter((start) => !moved.has(start) && !moved.has(start - (start % day)))
        .map((start): Occurrence => {
          const [from, event] = later.find(([key]) => key <= start) ?? [];
          if (!event || from === undefined) return { event: series, start };
          return { event, start: start + event.start - from };
        })
    : [];
  // Also those moved in from outside of the period, and those whose series is not in the file.
  return [...found, ...[...moved.values()].map((event) => ({ event, start: event.start }))];
}

function replacedBy({ replaces, start, zone }: ReadEvent, series: ReadEvent | undefined): Face {
  return replaces?.(series?.zone ?? zone) ?? start;
}

function startsOf(event: ReadEvent, period: Period, findings: Finding[]): Face[] {
  const { start, rules, extra, except, length, isCancelled } = event;
  if (isCancelled) return [];
  const starts = new Set(rules.length === 0 ? [start, ...extra] : extra);
  try {
    for (const { until, ...rule } of rules) {
      const from = period.from - Math.max(0, length);
      for (const at of ruleStarts(rule, start, { from, to: Math.min(period.to, until) })) {
        if (starts.size >= mostOccurrences) {
          findings.push(
            unreadable(
              event.line,
              `this event comes more than ${mostOccurrences} times; the rest was left out.`,
            ),
          );
          break;
        }
        starts.add(at);
      }
    }
  } catch (error) {
    findings.push(unreadable(event.line, error instanceof Error ? error.message : String(error)));
  }
  const gone = new Set(except);
  return [...starts].filter((at) => !gone.has(at) && !(start % day && gone.has(at - (at % day))));
}
