import {
  epochMilliseconds,
  type Instant,
  type Publication,
  type WallTime,
  wallTimeAt,
} from '@affiche/core';
import { accountProblem } from './account-problem.ts';
import type { AudienceCap, CalendarChannel, CalendarStrategy, Idea } from './calendar-input.ts';
import { compilePlacement } from './compile-placement.ts';
import { dateOf, dayNumber } from './plain-date.ts';
import { placementState } from './placement-state.ts';

/** What a free slot is looked for in. */
export interface NextFreeSlotInput {
  readonly strategy: CalendarStrategy;
  readonly channel: CalendarChannel;
  /** What is planned or published already, on any channel. */
  readonly publications: readonly Publication[];
  /** Not before it. */
  readonly after: Instant;
  /** Limits of audiences over all channels. */
  readonly audienceCaps?: readonly AudienceCap[] | undefined;
  /** What is to be posted, where its pillar or audience has limits. */
  readonly idea?: Idea;
  /**
   * How many days to look ahead before giving up.
   *
   * @defaultValue 90
   */
  readonly withinDays?: number;
  /** @defaultValue 60 */
  readonly slotMinutes?: 60 | 30 | 15;
}

const stepDays = 14;

/**
 * The next time at which one more post keeps every rule of its channel, or `undefined` when there is
 * none within the days looked at. It always ends, even for a channel whose rules allow nothing.
 *
 * ```ts
 * import { nextFreeSlot } from '@affiche/schedule';
 *
 * const channel = {
 *   account: { platform: 'bluesky', id: 'did:plc:bakery' },
 *   cadence: { perWeek: { min: 0, max: 7 } },
 *   quietHours: [{ from: '21:00', to: '07:00' }],
 * };
 * const strategy = { zone: 'Europe/Paris', channels: [channel], pillars: [] };
 * nextFreeSlot({ strategy, channel, publications: [], after: '2027-01-04T22:10:00Z' })?.time;
 * // => '07:00'
 * ```
 */
export function nextFreeSlot(input: NextFreeSlotInput): WallTime | undefined {
  const { strategy, channel, publications, after, idea, withinDays = 90 } = input;
  const first = dayNumber(wallTimeAt(after, strategy.zone).date);
  for (let day = first; day < first + withinDays; day += stepDays) {
    // The week before and after count too: gaps and weekly limits do not end with a search.
    const problem = accountProblem(
      {
        strategy,
        ideas: [],
        audienceCaps: input.audienceCaps,
        from: dateOf(day),
        to: dateOf(Math.min(day + stepDays, first + withinDays) - 1),
        now: after,
        slotMinutes: input.slotMinutes,
      },
      channel,
      [idea ?? anything],
      publications,
    );
    const { blocked } = placementState(compilePlacement(problem));
    const [post] = problem.posts;
    const free = problem.slots.find(
      (slot, index) =>
        slot.at >= epochMilliseconds(after) &&
        blocked[post?.kind ?? 0]?.[index] === 0 &&
        index >= (post?.firstSlot ?? 0) &&
        index < (post?.endSlot ?? 0),
    );
    if (free) return free.wall;
  }
  return undefined;
}

const anything: Idea = {
  draft: { id: 'anything', items: [{ text: '', media: [], role: 'post' }] },
};
