import type { RoiResult } from '@affiche/kpi/roi';
import type { ReportContext } from './report-context.ts';

/** The return, where revenue was booked: costs alone are no return of minus a hundred percent. */
export function knownReturn(roi: RoiResult | undefined): number | null {
  return roi && !lacksRevenue(roi) ? roi.roi.value : null;
}

/** Whether nobody wrote down what came back. */
export function lacksRevenue({ caveats }: RoiResult): boolean {
  return caveats.some(({ code }) => code === 'no-revenue');
}

/** Between what the return may plausibly be; nothing where nobody gave a range. */
export function rangeText(
  roi: RoiResult,
  { costs }: ReportContext['words'],
  { change }: ReportContext['formats'],
): string {
  const { interval } = roi.roi;
  if (!interval || knownReturn(roi) === null) return '';
  return costs.leadRange(change(interval.low), change(interval.high));
}
