import type { AnyPlatform, Calendar } from '@affiche/core';
import { previewCalendar, renderReport } from '@affiche/report';

/** A page with what readers of each network will see. */
export function renderPreviews(
  calendar: Calendar,
  platforms: readonly AnyPlatform[],
  zone: string,
): string {
  return renderReport({
    strategy: {
      client: { name: 'Bakery', kind: 'company' },
      zone,
      language: 'en',
      currency: 'EUR',
      period: { from: '2027-01-04', to: '2027-01-04' },
      objectives: [],
      channels: [],
      pillars: [],
      blackouts: [],
      budget: { total: { minor: 0, currency: 'EUR' }, lines: [] },
    },
    calendar,
    previews: previewCalendar(calendar, platforms),
  });
}
