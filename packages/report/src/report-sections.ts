import type { ReportContext } from './report-context.ts';
import type { Section } from './section.ts';
import { attributionSection } from './sections/attribution.ts';
import { calendarSection } from './sections/calendar.ts';
import { costsSection } from './sections/costs.ts';
import { findingsSection } from './sections/findings.ts';
import { gallerySection } from './sections/gallery.ts';
import { methodSection } from './sections/method.ts';
import { nextStepsSection } from './sections/next-steps.ts';
import { scorecardSection } from './sections/scorecard.ts';
import { summarySection } from './sections/summary.ts';
import { timingSection } from './sections/timing.ts';
import { trendsSection } from './sections/trends.ts';

/** The parts of a report that its input can fill, in reading order. */
export function reportSections(context: ReportContext): Section[] {
  return [
    summarySection,
    nextStepsSection,
    scorecardSection,
    trendsSection,
    gallerySection,
    costsSection,
    attributionSection,
    timingSection,
    calendarSection,
    findingsSection,
    methodSection,
  ]
    .map((section) => section(context))
    .filter((section) => section !== undefined);
}
