import type { Calendar, Finding, Preview, Reading } from '@affiche/core';
import type { Scorecard } from '@affiche/kpi';
import type { Attribution, ChannelCredit, CreditInterval } from '@affiche/kpi/attribution';
import type { RoiResult } from '@affiche/kpi/roi';
import type { PostingTimeModel } from '@affiche/schedule';
import type { Strategy } from '@affiche/strategy';
import type { ReportLanguage } from './formats.ts';
import type { ThemeInput } from './theme.ts';

/** What a report reads of a strategy. */
export type ReportStrategy = Pick<
  Strategy,
  | 'client'
  | 'zone'
  | 'language'
  | 'currency'
  | 'period'
  | 'objectives'
  | 'channels'
  | 'pillars'
  | 'blackouts'
  | 'budget'
>;

/** What a report reads of a timing model. */
export type ReportTiming = Pick<PostingTimeModel, 'surface'> &
  Partial<Pick<PostingTimeModel, 'zone' | 'objective' | 'signal' | 'posts' | 'findings'>>;

/**
 * Credit that one attribution model gave, as `attribute` of `@affiche/kpi/attribution` returns it. With
 * the channels of `bootstrapCredit` in place of its own, their intervals are shown.
 */
export interface ReportAttribution extends Pick<
  Attribution,
  'model' | 'conversions' | 'unattributed' | 'settings'
> {
  /** What each channel is credited with. */
  readonly channels: readonly (ChannelCredit & Partial<Pick<CreditInterval, 'low' | 'high'>>)[];
}

/** What a report shows. All but the strategy may be missing; its part of the page is then left out. */
export interface ReportInput {
  /** Whose report it is, which days it covers, and what was meant to be reached. */
  readonly strategy: ReportStrategy;
  /** What goes out when. */
  readonly calendar?: Calendar | undefined;
  /** What the past says about hours, from `fitPostingTimes`. */
  readonly timing?: ReportTiming | undefined;
  /** What networks counted; of several readings of a fact the latest is shown. */
  readonly readings?: readonly Reading[] | undefined;
  /** Objectives against what was measured, from `scorecard` of `@affiche/kpi`. */
  readonly scorecard?: Pick<Scorecard, 'asOf' | 'rows'> | undefined;
  /** What came back for what was spent, from `roi` of `@affiche/kpi/roi`. */
  readonly roi?: RoiResult | undefined;
  /** What the checks found; those of the calendar are added. */
  readonly findings?: readonly Finding[] | undefined;
  /** One entry for each model; several show how far they disagree. */
  readonly attribution?: readonly ReportAttribution[] | undefined;
  /** What readers will see of each publication, by its id, from `previewCalendar`. */
  readonly previews?: Readonly<Record<string, Preview>> | undefined;
}

/** How a report is written. */
export interface ReportOptions {
  /** The language of the report's own words; the strategy's, where it is French, else English. */
  readonly language?: ReportLanguage;
  /** What makes it an agency's own. */
  readonly theme?: ThemeInput;
}
