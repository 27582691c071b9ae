import {
  accountKey,
  type Calendar,
  type Draft,
  instant,
  type Publication,
  momentOfWall,
} from '@affiche/core';
import { accountProblem, ideaFinder, modelOf } from './account-problem.ts';
import type { PlanCalendarInput } from './calendar-input.ts';
import { calendarBounds, requireCalendarInput } from './calendar-bounds.ts';
import { reviewDemands } from './review-demands.ts';
import { reviewPlacement } from './review-placement.ts';
import { solvePlacement } from './solve-placement.ts';
import { explorePlacement, shouldExplore } from './explore-placement.ts';
import { explainUnplaced } from './explain-unplaced.ts';
import { orderIdeas } from './order-ideas.ts';
import type { Proposal } from './propose-slot.ts';
import { publicationOf } from './publication-of.ts';

/** A calendar with what its planner knows about it. */
export interface CalendarPlan extends Calendar {
  /** Value of all posts, a post of value 1 in an average hour being worth 1, minus unmet wishes. */
  readonly value: number;
  /** No calendar that keeps the rules is worth more than this. */
  readonly valueBound: number;
  /** The share by which a perfect calendar might be better, at most. */
  readonly optimalityGap: number;
  /**
   * Publications whose hour was chosen by chance, with the probability it had. Give it to the
   * post's observation as `propensity`, and `evaluateSchedule` can judge other schedules by it.
   */
  readonly proposals: readonly ProposedPublication[];
}

/** A publication whose hour was chosen by chance. */
export interface ProposedPublication extends Proposal {
  /** The publication's id. */
  readonly id: string;
}

/**
 * Fills a calendar: every idea once on each of its channels, in hours that suit, with every rule
 * kept: gaps, posts per day and week, quiet hours, days off, flights and deadlines. Pinned posts
 * stay where they are. What found no place comes back with its reason; unmet wishes are findings.
 * Given a `random`, hours that history cannot tell apart yet are varied by chance.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 * import { planCalendar } from '@affiche/schedule';
 *
 * const calendar = planCalendar({
 *   strategy: {
 *     zone: 'Europe/Paris',
 *     channels: [
 *       {
 *         account: { platform: 'bluesky', id: 'did:plc:bakery' },
 *         cadence: { perWeek: { min: 0, max: 3 } },
 *         quietHours: [{ from: '21:00', to: '07:00' }],
 *       },
 *     ],
 *     pillars: [],
 *   },
 *   ideas: [{ draft: Draft.parse({ id: 'galette', items: [{ text: 'The galette is back.' }] }) }],
 *   from: '2027-01-04',
 *   to: '2027-01-10',
 * });
 * calendar.publications.length; // => 1
 * ```
 *
 * @throws ConfigurationError `unknown-zone`, `invalid-period`, `unknown-account`.
 */
export function planCalendar(input: PlanCalendarInput): CalendarPlan {
  requireCalendarInput(input);
  const { strategy, ideas, audienceCaps = [] } = input;
  const { start, end } = calendarBounds(input);
  const ideasFor = ideaFinder(ideas);
  const publications = [...(input.published ?? []), ...pinnedPublications(input)];
  const given = [...publications];
  const out = new Set(publications.map(({ id }) => id));
  const byAccount = Map.groupBy(publications, ({ account }) => accountKey(account));
  const unplaced: { draft: Draft; reason: string }[] = [];
  const findings = reviewDemands(input);
  const proposals: ProposedPublication[] = [];
  let value = 0;
  let valueBound = 0;
  for (const channel of strategy.channels) {
    const key = accountKey(channel.account);
    const own = byAccount.get(key) ?? [];
    byAccount.set(key, own);
    const free = ideasFor(channel, out);
    // Only an audience's cap looks at other accounts.
    const placed = audienceCaps.length > 0 ? publications : own;
    const problem = accountProblem(input, channel, free, placed);
    const solution = solvePlacement(problem);
    const model = modelOf(input.timing, key);
    const proposed =
      input.random && model && shouldExplore(model)
        ? explorePlacement(problem, solution, model, input.random)
        : new Map<number, Proposal>();
    value += proposed.size > 0 ? solution.state.total() : solution.value;
    // What was planned for other accounts might be better planned elsewhere: a bound leaves it out.
    valueBound +=
      placed === own
        ? solution.bound
        : solvePlacement(accountProblem(input, channel, free, given)).bound;
    orderIdeas(problem, solution.state);
    const reasons = new Map<string, string>();
    solution.placement.forEach((slot, index) => {
      const idea = free[index];
      const candidate = problem.slots[slot];
      if (!idea) return;
      if (candidate) {
        const publication = publicationOf(idea, channel, candidate.wall);
        const proposal = proposed.get(slot);
        publications.push(publication);
        own.push(publication);
        out.add(publication.id);
        if (proposal) proposals.push({ id: publication.id, ...proposal });
      } else {
        const reason = explainUnplaced(problem, solution, index, idea, reasons);
        unplaced.push({ draft: idea.draft, reason: `${channel.account.platform}: ${reason}` });
      }
    });
    findings.push(...reviewPlacement(input, channel, placed));
  }
  return {
    start: instant(start),
    end: instant(end),
    publications: inOrder(publications),
    unplaced,
    findings,
    value,
    valueBound,
    proposals,
    optimalityGap: valueBound > 0 ? Math.max(0, 1 - value / valueBound) : 0,
  };
}

/** Pinned posts, where they were pinned. */
export function pinnedPublications({ strategy, ideas, published = [] }: PlanCalendarInput) {
  const ideasFor = ideaFinder(ideas.filter(({ pinnedAt }) => pinnedAt));
  const out = new Set(published.map(({ id }) => id));
  return strategy.channels.flatMap((channel) =>
    ideasFor(channel, out).flatMap((idea) =>
      idea.pinnedAt ? [publicationOf(idea, channel, idea.pinnedAt)] : [],
    ),
  );
}

/** In order of time. */
export function inOrder(publications: readonly Publication[]): Publication[] {
  return publications
    .map((publication) => ({ publication, at: momentOfWall(publication.at) }))
    .toSorted((a, b) => a.at - b.at || (a.publication.id < b.publication.id ? -1 : 1))
    .map(({ publication }) => publication);
}
