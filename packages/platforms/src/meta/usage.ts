import { instant, type RateObservation } from '@affiche/core';
import { z } from 'zod';

const Percentages = z.object({
  call_count: z.number().optional(),
  total_time: z.number().optional(),
  total_cputime: z.number().optional(),
  estimated_time_to_regain_access: z.number().optional(),
});
const Business = z.record(z.string(), z.array(Percentages));

// At this percentage we stay away; Meta throttles at 100.
const almostFull = 95;
const patienceMinutes = 5;

/**
 * What Meta's usage headers teach: percentages of a budget whose size nobody says.
 *
 * @param points - The size that the manifest gives the budget.
 * @param now - Milliseconds since the epoch.
 */
export function readUsage(
  headers: Headers,
  { points, now }: { readonly points: number; readonly now: number },
): Omit<RateObservation, 'refused'> | undefined {
  const all = [
    Percentages.safeParse(json(headers.get('x-app-usage'))).data ?? [],
    ...Object.values(
      Business.safeParse(json(headers.get('x-business-use-case-usage'))).data ?? {},
    ).flat(),
  ].flat();
  if (all.length === 0) return undefined;
  const used = Math.max(
    ...all.flatMap(({ call_count = 0, total_time = 0, total_cputime = 0 }) => [
      call_count,
      total_time,
      total_cputime,
    ]),
  );
  const minutes = Math.max(
    ...all.map(({ estimated_time_to_regain_access: minutes = 0 }) => minutes),
  );
  if (used < almostFull && minutes === 0) {
    return { bucket: 'requests', remaining: Math.floor((points * (100 - used)) / 100) };
  }
  const resetAt = instant(now + (minutes || patienceMinutes) * 60_000);
  return { bucket: 'requests', remaining: 0, resetAt };
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
