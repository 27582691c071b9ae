import { type Zone, zoneOffset, zoneTransitions } from '@affiche/core';
import type { JCalComponent } from './jcal.ts';

/** A VTIMEZONE that is right from one moment to another, both in milliseconds since the epoch. */
export function timeZoneComponent(zone: Zone, from: number, to: number): JCalComponent {
  const first = { at: from, before: zoneOffset(from, zone), after: zoneOffset(from, zone) };
  const observances = [first, ...zoneTransitions(zone, from, to)].map(
    ({ at, before, after }): JCalComponent => [
      // The larger offset of a zone's two is its summer time; a first observance counts as standard.
      after > before ? 'daylight' : 'standard',
      [
        // The wall time is told by the clocks before the change.
        ['dtstart', {}, 'date-time', new Date(at + before).toISOString().slice(0, 19)],
        ['tzoffsetfrom', {}, 'utc-offset', offsetText(before)],
        ['tzoffsetto', {}, 'utc-offset', offsetText(after)],
      ],
      [],
    ],
  );
  return ['vtimezone', [['tzid', {}, 'text', zone]], observances];
}

function offsetText(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${milliseconds < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`;
}
