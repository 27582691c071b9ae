/**
 * How a fact behaves when rows are put together.
 *
 * - `additive`: may be summed over posts, days and accounts of one definition.
 * - `stock`: a level; the last value of each account counts, summed only over disjoint accounts.
 * - `unique`: distinct people; never summed, only the platform's own figure for the exact window.
 * - `per-post`: belongs to one post (its audience on the day); usable inside a ratio, never alone.
 * - `duration`: one measured time per row; quantiles of raw values only, never means of medians.
 */
export type Additivity = 'additive' | 'stock' | 'unique' | 'per-post' | 'duration';

/** A base fact: what a `Reading` may be about. */
export interface Fact {
  readonly unit: 'count' | 'money' | 'seconds';
  readonly additivity: Additivity;
  /** Whether the platforms correct themselves below zero, so that a negative value is real. */
  readonly mayBeNegative: boolean;
}

const additiveCounts = `
  impressions viewableImpressions viralImpressions views engagedViews views2s views3s views6s
  views15s posts brandMentions competitorMentions marketEngagements profileVisits
  saves quotes clicks linkClicks outboundClicks landingPageViews storyReplies
  votes follows unfollows videoStarts videoCompletes videoQuarters videoHalves videoThreeQuarters
  sessions engagedSessions pageViews conversions assistedConversions lastTouchConversions
  leads marketingLeads salesLeads opportunities wins orders customers
  newCustomers returningCustomers
  messagesNeedingAnswer messagesAnswered messagesAnsweredInTime cases
  casesResolved casesReopened casesEscalated casesResolvedAtFirstContact ratings ratingsSatisfied
  ratingPoints promoters passives detractors positiveMentions neutralMentions negativeMentions
  itemsReviewed itemsRemoved itemsHidden expectedConversions expectedMentions expectedNegativeMentions
  crisisImpressions amplifierImpressions mediaPickups
  cancellations`;

const signed = true;

/** Every base fact the catalogue knows, by the name a reading or a column uses. */
export const facts: Readonly<Record<string, Fact>> = {
  ...family('count additive', additiveCounts),
  // LinkedIn counts the unlikes of sponsored shares as organic: a daily value may be below zero.
  ...family('count additive', 'reactions comments shares incrementalConversions', signed),
  ...family('seconds additive', 'watchSeconds playableSeconds'),
  ...family('money additive', 'spend fullCost organicCost'),
  ...family('money additive', 'revenue totalRevenue margin incrementalRevenue', signed),
  ...family('count stock', 'followers postsTotal openCases'),
  ...family(
    'count unique',
    'reach viewers uniqueImpressions engagedUsers uniqueClickers storyReach crisisReach',
  ),
  ...family('count per-post', 'followersAtPublication'),
  ...family(
    'seconds duration',
    `responseSeconds resolutionSeconds openCaseSeconds detectionSeconds statementSeconds
    recoverySeconds halfLifeSeconds`,
  ),
};

/**
 * Whether a name is a base fact of the catalogue.
 *
 *```ts
 * import { isFact } from'@affiche/kpi';
 *
 * isFact('reach'); // => true
 *```
 */
export function isFact(name: string): boolean {
  return Object.hasOwn(facts, name);
}

function family(
  shape: `${Fact['unit']} ${Additivity}`,
  names: string,
  mayBeNegative = false,
): Record<string, Fact> {
  const [unit, additivity] = shape.split(' ') as [Fact['unit'], Additivity];
  const fact = { unit, additivity, mayBeNegative };
  return Object.fromEntries(names.match(/\w+/g)!.map((name) => [name, fact]));
}
