import { WallTime, type Zone } from '@affiche/core';

/** In which order a table writes day and month. */
export type DateOrder = 'day-first' | 'month-first';

const written =
  /^(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?:[ T]+(?<hour>\d{1,2}):(?<rest>\d\d(?::\d\d)?) ?(?<half>[AP]M)?)?$/i;

/**
 * Reads a time as people and spreadsheets write it; why not, for one that could be read in two ways or
 * in none. A day without a time gets the usual one.
 */
export function readCsvTime(
  text: string,
  {
    zone,
    order,
    usual,
  }: { readonly zone: Zone; readonly order?: DateOrder | undefined; readonly usual: string },
): WallTime | { readonly problem: string } {
  const { date = '', hour, rest = '', half } = written.exec(text.trim())?.groups ?? {};
  const found = dateOf(date, order);
  if (found === 'two') return { problem: `"${text}" may be two days.` };
  const time = hour === undefined ? usual : `${hourOf(Number(hour), half)}:${rest}`;
  const wall = WallTime.safeParse({ date: found, time, zone });
  return wall.data ?? { problem: `the time "${text}" cannot be read.` };
}

function dateOf(date: string, order: DateOrder | undefined): string {
  const parts = date.split(/[-/.]/).map((part) => part.padStart(2, '0'));
  if (parts[0]?.length === 4) return parts.join('-');
  const [first = '', second = '', year = ''] = parts;
  // With dots the day comes first wherever people write so.
  const isDayFirst = date.includes('.') || order === 'day-first' || Number(first) > 12;
  const isMonthFirst = order === 'month-first' || Number(second) > 12 || first === second;
  if (!isDayFirst && !isMonthFirst) return 'two';
  return isDayFirst ? `${year}-${second}-${first}` : `${year}-${first}-${second}`;
}

function hourOf(hour: number, half: string | undefined): string {
  const isLate = half?.toUpperCase() === 'PM';
  const shown = half === undefined ? hour : hour > 12 ? 99 : (hour % 12) + (isLate ? 12 : 0);
  return String(shown).padStart(2, '0');
}
