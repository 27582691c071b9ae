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
  readonly channels: readonly (ChannelCredit & Partial<Pick<CreditInterval, 'low' | 'high'>>)[];
}

/** What a report shows. All but the strategy may be missing; its part of the page is then left out. */
export interface ReportInput {
  readonly strategy: ReportStrategy;
  readonly calendar?: Calendar | undefined;
  readonly timing?: ReportTiming | undefined;
  readonly readings?: readonly Reading[] | undefined;
  readonly scorecard?: Pick<Scorecard, 'asOf' | 'rows'> | undefined;
  readonly roi?: RoiResult | undefined;
  readonly findings?: readonly Finding[] | undefined;
  /** One entry for each model; several show how far they disagree. */
  readonly attribution?: readonly ReportAttribution[] | undefined;
  /** What readers will see of each publication, by its id, from the platforms' `preview`. */
  readonly previews?: Readonly<Record<string, Preview>> | undefined;
}

/** How a report is written. */
export interface ReportOptions {
  /** The language of the report's own words; the strategy's, where it is French, else English. */
  readonly language?: ReportLanguage;
  readonly theme?: ThemeInput;
}
