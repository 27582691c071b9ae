import type { Finding } from '@affiche/core';
import ICAL from 'ical.js';
import type { ContentLine } from './content-lines.ts';

/** A property as it was read, in the shape of RFC 7265, and where it stands. */
export interface ReadProperty {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Texts, or for a rule one object. */
  readonly values: readonly unknown[];
  readonly type: string;
  readonly line: number;
}

/** A component with what it holds. */
export interface ReadComponent {
  readonly name: string;
  readonly line: number;
  readonly properties: ReadProperty[];
  readonly components: ReadComponent[];
  /** Lines that say when it is, and that could not be read. */
  readonly lost: number[];
}

const described = new Set(['vcalendar', 'vevent', 'vtimezone', 'standard', 'daylight']);
const vital = /^(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|STATUS)[;:]/i;

/** Reads components one within the other. A line that cannot be read costs no more than it must. */
export function readComponents(lines: readonly ContentLine[], findings: Finding[]): ReadComponent {
  const root = component('', 0);
  const open = [root];
  for (const { text, line } of lines) {
    const own = open.at(-1) ?? root;
    const [, edge, name = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(text) ?? [];
    if (edge?.toLowerCase() === 'begin') {
      const child = component(name.toLowerCase(), line);
      // An event within an event: the end of the first one is missing.
      if (child.name === 'vevent' && own.name === 'vevent') unclosed(open.pop());
      (open.at(-1) ?? root).components.push(child);
      open.push(child);
    } else if (edge) {
      close(name.toLowerCase(), line);
    } else if (described.has(own.name)) {
      readLine(own, text, line);
    } else if (own === root) {
      findings.push(unreadable(line, `this is no calendar: "${text.slice(0, 40)}"`));
      return root;
    }
  }
  for (const left of open.slice(1).toReversed()) unclosed(left);
  if (!root.components.some(({ name }) => name === 'vcalendar')) {
    findings.push(unreadable(1, 'the file holds no calendar.'));
  }
  return root;

  function close(name: string, line: number): void {
    if (!open.some((each) => each.name === name)) {
      findings.push(unreadable(line, `this ends a ${name} that nothing began.`));
      return;
    }
    while (open.at(-1)?.name !== name) unclosed(open.pop());
    open.pop();
  }

  function unclosed(left: ReadComponent | undefined): void {
    if (!left) return;
    left.lost.push(left.line);
    findings.push(unreadable(left.line, `this ${left.name} has no end; the file may be cut off.`));
  }

  function readLine(own: ReadComponent, text: string, line: number): void {
    try {
      const [name, parameters, type, ...values] = ICAL.parse.property(text) as [
        string,
        Record<string, string>,
        string,
        ...unknown[],
      ];
      own.properties.push({ name, parameters, type, values, line });
    } catch (error) {
      const isVital = vital.test(text);
      if (isVital) own.lost.push(line);
      const message = error instanceof Error ? error.message : String(error);
      findings.push(unreadable(line, message, isVital ? 'error' : 'warning'));
    }
  }
}

/** What stands on a line and is no iCalendar. */
export function unreadable(
  line: number,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return {
    rule: 'schedule/icalendar/unreadable',
    severity,
    path: ['lines', line - 1],
    message: `Line ${line}: ${message}`,
    fix: 'Export it again as iCalendar (.ics).',
  };
}

function component(name: string, line: number): ReadComponent {
  return { name, line, properties: [], components: [], lost: [] };
}
