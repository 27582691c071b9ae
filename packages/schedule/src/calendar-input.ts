import type {
  Account,
  Draft,
  Instant,
  Json,
  PlainDate,
  Publication,
  Random,
  WallTime,
  Zone,
} from '@affiche/core';
import type { PostingTimeModel } from './posting-time-model.ts';

/** Hours of the day without posts, on the wall; `from` after `to` passes midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** How often one account posts. */
export interface Cadence {
  readonly perWeek: { readonly min: number; readonly max: number };
  /** Posts per local day, whatever its length. */
  readonly perDay?: number | undefined;
  /**
   * Hours between two posts, as they pass, not as the clocks show them.
   *
   * @defaultValue 3
   */
  readonly minGapHours?: number | undefined;
  /** Limits over any window of so many hours: what networks call a quota. */
  readonly rolling?: readonly { readonly hours: number; readonly max: number }[] | undefined;
}

/** The part of a strategy's channel that a calendar needs. */
export interface CalendarChannel {
  readonly account: Account;
  readonly cadence: Cadence;
  readonly quietHours?: readonly QuietHours[] | undefined;
  /** The platform's own options, handed on to every publication. */
  readonly options?: Readonly<Record<string, Json>> | undefined;
}

/** What posts are about, and which share of them; optional limits per week and account. */
export interface CalendarPillar {
  readonly id: string;
  readonly share: number;
  readonly perWeek?: { readonly min?: number; readonly max?: number } | undefined;
}

/** Days without posts: holidays, a closed shop, an embargo. Both days belong to it. */
export interface Blackout {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
}

/** The part of a strategy that a calendar needs. */
export interface CalendarStrategy {
  readonly zone: Zone;
  readonly channels: readonly CalendarChannel[];
  readonly pillars: readonly CalendarPillar[];
  readonly blackouts?: readonly Blackout[] | undefined;
}

/** Something to say, and when it may be said. One publication is planned per idea and channel. */
export interface Idea {
  readonly draft: Draft;
  /** The networks it is for; all channels, if missing. */
  readonly platforms?: readonly string[] | undefined;
  /** Goes before the draft's own pillar. */
  readonly pillar?: string | undefined;
  /** The start of a flight, or the end of an embargo. */
  readonly notBefore?: WallTime | undefined;
  /** The last moment at which it makes sense. */
  readonly deadline?: WallTime | undefined;
  /** Exactly then, whatever the rules say; breaches come back as findings. */
  readonly pinnedAt?: WallTime | undefined;
  /**
   * What it is worth beside the others; a post of 2 gets the better hour.
   *
   * @defaultValue 1
   */
  readonly value?: number | undefined;
  /**
   * What single networks want to know of it, by network: `{ reddit: { title: 'Galette!' } }`. Goes
   * before the options of the channel.
   */
  readonly options?: Readonly<Record<string, Readonly<Record<string, Json>>>> | undefined;
}

/** What a calendar is planned from. */
export interface PlanCalendarInput {
  readonly strategy: CalendarStrategy;
  readonly ideas: readonly Idea[];
  /** One model for all channels, or one per account key. Without one every hour is as good. */
  readonly timing?: PostingTimeModel | Readonly<Record<string, PostingTimeModel>> | undefined;
  /**
   * With it, an account whose model has no or a thin signal gets its hours by chance, the promising
   * ones more often, and the calendar says how likely each was. Without it equal hours go to the
   * earliest.
   */
  readonly random?: Random | undefined;
  /** The first local day. */
  readonly from: PlainDate;
  /** The last local day. */
  readonly to: PlainDate;
  /** Already out: they stay where they are and count for gaps and limits. */
  readonly published?: readonly Publication[] | undefined;
  /** Nothing is planned before it. */
  readonly now?: Instant | undefined;
  /** Time that people need to approve a post, from `now` on, in hours. */
  readonly approvalLeadHours?: number | undefined;
  /**
   * Minutes between two candidate times: 60, 30 or 15.
   *
   * @defaultValue 60
   */
  readonly slotMinutes?: 60 | 30 | 15 | undefined;
  /** Parts of the day that should not go silent: a wish, not a rule. */
  readonly coverage?: readonly CoverageWish[] | undefined;
  /** How many posts one audience may get per local day over all accounts. */
  readonly audienceCaps?: readonly AudienceCap[] | undefined;
}

/** At least so many posts a week between two times of the day, on every account. */
export interface CoverageWish {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly minPerWeek: number;
}

/** At most so many posts a day for the drafts that name this audience. */
export interface AudienceCap {
  readonly audience: string;
  readonly perDay: number;
}
