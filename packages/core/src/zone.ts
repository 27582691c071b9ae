import { z } from 'zod';

// A formatter takes tens of kilobytes outside of the heap, and one zone is read a hundred thousand times.
const knownZones = new Set<string>();

/** Whether this runtime's time zone data has the zone: an IANA name or a link to one. */
function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  // An offset such as `+01:00` is accepted by Intl, yet it is no zone: it knows no summer time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** An IANA time zone, such as `Europe/Paris`. Fixed offsets are refused: they know no summer time. */
export const Zone = z
  .string()
  .refine(isZone, { error: 'not an IANA time zone; write it like Europe/Paris' });
/** An IANA time zone, such as `Europe/Paris`. */
export type Zone = z.infer<typeof Zone>;
