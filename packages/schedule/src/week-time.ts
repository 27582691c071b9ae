import { instant, type Zone } from '@affiche/core';
import { enUS } from 'date-fns/locale/en-US';
import { fr } from 'date-fns/locale/fr';
// Its formatter would load the whole of date-fns, which takes seconds.
import { toZonedTime } from 'date-fns-tz/toZonedTime';
import type { HourOfWeek } from './hour-of-week.ts';

type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The languages that explanations are written in. */
export type ExplanationLanguage = 'en' | 'fr';

// A Monday. Only the day's name is taken from it, which no clock change of the machine can shift.
const monday = Date.UTC(2024, 0, 1, 12);

/**
 * Names an hour of the week: `Tuesday 18:00`, `mardi à 18 h`.
 *
 * ```ts
 * import { nameHour } from '@affiche/schedule';
 *
 * nameHour(42); // => 'Tuesday 18:00'
 * nameHour(42, 'fr'); // => 'mardi à 18 h'
 * ```
 */
export function nameHour(slot: HourOfWeek, language: ExplanationLanguage = 'en'): string {
  const day = nameDay(instant(monday + Math.floor(slot / 24) * 86_400_000), 'UTC', language);
  const hour = slot % 24;
  return language === 'fr' ? `${day} à ${hour} h` : `${day} ${String(hour).padStart(2, '0')}:00`;
}

function nameDay(at: string, zone: Zone, language: ExplanationLanguage): string {
  const { localize } = language === 'fr' ? fr : enUS;
  return localize.day(toZonedTime(at, zone).getDay() as Day);
}
