import type { AudienceProfile } from './profile.ts';

const hourMilliseconds = 3_600_000;

/**
 * How active an audience is at a moment, 1 being its average over a week.
 * People sleep by their own clocks: the moment is read in each of their zones.
 */
export function activityOf(profile: AudienceProfile): (epochMilliseconds: number) => number {
  const people = profile.zones.reduce((sum, { share }) => sum + share, 0);
  const mean = average(profile.hours) * average(profile.weekdays);
  const readers = profile.zones.map(({ zone, share }) => ({
    weight: people > 0 && mean > 0 ? share / people / mean : 0,
    local: localHour(zone),
  }));
  return (moment) => {
    let sum = 0;
    for (const { weight, local } of readers) {
      const { hour, weekday } = local(moment);
      sum += weight * (profile.hours[hour] ?? 0) * (profile.weekdays[weekday] ?? 0);
    }
    return sum;
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function localHour(zone: string): (moment: number) => { hour: number; weekday: number } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
  });
  // Formatting is slow and many moments share an hour; offsets change on the quarter at the finest.
  const known = new Map<number, { hour: number; weekday: number }>();
  return (moment) => {
    const quarter = Math.floor((moment / hourMilliseconds) * 4);
    const cached = known.get(quarter);
    if (cached) return cached;
    const parts = format.formatToParts(moment);
    const text = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const local = { hour: Number(text('hour')), weekday: weekdays.indexOf(text('weekday')) };
    if (known.size > 50_000) known.clear();
    known.set(quarter, local);
    return local;
  };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
