import { ConfigurationError, type Finding, type Instant, Zone } from '@affiche/core';
import { type AccountLevel, detrend, steadyLevel } from './account-trend.ts';
import { chooseColumns, type Control, controlReader } from './control-columns.ts';
import type { Objective, PostObservation } from './observation.ts';
import { once } from './once.ts';
import { type PostingTimeModel, postingTimeModel } from './posting-time-model.ts';
import type { TracedPost } from './posting-time-state.ts';
import { byAccount, screenHistory, type UsablePosts } from './screen-history.ts';
import { evidenceSums, type SlotEvidence } from './slot-evidence.ts';
import type { SlotPrior } from './slot-prior.ts';
import { steady, steadyWeight } from './steady-number.ts';

/** What a fit needs to know besides the posts. */
export interface FitPostingTimesOptions {
  /** The zone of the audience: hours are hours on their walls. */
  readonly zone: Zone;
  /** What posts are judged by. */
  readonly objective: Objective;
  /** The present: later posts are refused, older ones fade. */
  readonly now: Instant;
  /** What other accounts taught; without it every hour starts equal. */
  readonly prior?: SlotPrior;
  /**
   * Whether `propose` may rely on the prior as estimates do. Set it where the prior comes from
   * accounts like this one, your own for example: less is then lost while
   * learning, but much more than without a prior if it is wrong.
   *
   * @defaultValue false
   */
  readonly trustPrior?: boolean;
  /**
   * After how many days a post counts half.
   *
   * @defaultValue 180
   */
  readonly halfLifeDays?: number;
  /**
   * What else is accounted for. Paid posts are left out unless `paid` is among them.
   *
   * @defaultValue `['contentType', 'pillar', 'length']`
   */
  readonly controls?: readonly Control[];
  /**
   * How old a post must have been when it was measured, in seconds.
   *
   * @defaultValue 86400
   */
  readonly matureAfterSeconds?: number;
}

// A day on a clock that never jumps.
const dayMilliseconds = 86_400_000;

/**
 * Learns which hours of the week suit one account, as far as its posts can tell.
 *
 * Works on the logarithm of the objective, with the account's trend removed and its spread as unit:
 * one Gaussian linear model of hours that resemble their neighbours. A few posts move it a little;
 * no post leaves the prior as it was. What could not be used is said in `findings`.
 *
 * ```ts
 * import { fitPostingTimes } from '@affiche/schedule';
 *
 * const model = fitPostingTimes([], {
 *   zone: 'Europe/Paris',
 *   objective: 'engagement',
 *   now: '2027-01-04T08:00:00Z',
 * });
 * model.signal; // => 'none'
 * ```
 *
 * @throws ConfigurationError `unknown-zone`, `invalid-option`.
 */
export function fitPostingTimes(
  history: Iterable<PostObservation>,
  options: FitPostingTimesOptions,
): PostingTimeModel {
  const { zone, objective, now, prior, halfLifeDays = 180, matureAfterSeconds = 86_400 } = options;
  const { controls = ['contentType', 'pillar', 'length'] } = options;
  requireOptions(zone, now, halfLifeDays);
  const keepPaid = controls.includes('paid');
  const screening = { zone, objective, now, matureAfterSeconds, keepPaid };
  const { findings, ...usable } = screenHistory(history, screening);
  const columns = chooseColumns(usable.posts, controls);
  const accounts: Record<string, AccountLevel> = {};
  const controlsOf = controlReader(columns);
  const sums = evidenceSums(columns.names.length);
  const present = Date.parse(now);
  const fading = Math.LN2 / (halfLifeDays * dayMilliseconds);
  const learnt = [...byAccount(usable)].map(([account, own]) => {
    const { posts, slots, logValues, publishedAt } = own;
    const { residuals, ...level } = detrend(logValues, publishedAt);
    accounts[account] = steadyLevel(level);
    for (let index = 0; index < posts.length; index += 1) {
      const residual = steady(residuals[index] as number);
      residuals[index] = residual;
      const age = present - (publishedAt[index] as number);
      const weight = steadyWeight(Math.exp(-age * fading));
      const on = controlsOf(posts[index] as PostObservation);
      sums.add(slots[index] as number, residual, weight, on);
    }
    return { ...own, residuals };
  });
  const evidence = sums.evidence();
  const traced = once(() => learnt.flatMap(tracePosts));
  return postingTimeModel({
    version: 1,
    zone,
    objective,
    asOf: now,
    halfLifeDays,
    matureAfterSeconds,
    keepPaid,
    columns,
    accounts,
    // Most models are asked for hours only, never for what they rest on.
    get posts() {
      return traced();
    },
    evidence,
    findings: [...findings, ...doubts(evidence, Object.keys(accounts), usable, prior)],
    ...(prior && { prior, trustPrior: options.trustPrior === true }),
  });
}

function tracePosts({
  posts,
  slots,
  residuals,
  publishedAt,
}: UsablePosts & { readonly residuals: Float64Array }): TracedPost[] {
  return posts.map(({ id }, index) => ({
    id,
    slot: slots[index] as number,
    residual: residuals[index] as number,
    publishedAt: publishedAt[index] as number,
  }));
}

function requireOptions(zone: Zone, now: Instant, halfLifeDays: number): void {
  if (!Zone.safeParse(zone).success) {
    throw new ConfigurationError('unknown-zone', {
      message: `"${zone}" is not a time zone of this runtime's data`,
      hint: 'Use an IANA name such as Europe/Paris.',
      details: { zone },
    });
  }
  if (Number.isNaN(Date.parse(now)) || !(halfLifeDays > 0)) {
    throw new ConfigurationError('invalid-option', {
      message: `now "${now}" and halfLifeDays ${halfLifeDays} must be a moment and a positive number`,
      hint: 'Pass now like 2027-01-04T08:00:00Z and halfLifeDays like 180.',
      details: { now, halfLifeDays },
    });
  }
}

function doubts(
  { weight }: SlotEvidence,
  accounts: readonly string[],
  { posts }: UsablePosts,
  prior: SlotPrior | undefined,
): Finding[] {
  const found: Finding[] = [];
  const hours = weight.filter((own) => own > 0).length;
  if (hours === 0) {
    found.push({
      rule: 'schedule/history/empty',
      severity: 'warning',
      path: ['history'],
      message: 'No post of the history can be learnt from.',
      measured: 0,
      unit: 'posts',
      fix: 'Collect some weeks of posts; until then hours are spread.',
    });
  } else if (hours < 5) {
    found.push({
      rule: 'schedule/history/few-hours',
      severity: 'warning',
      path: ['history'],
      message: 'All posts went out in fewer than five hours of the week.',
      fix: 'Try other hours: what was never tried cannot be known.',
    });
  }
  if (prior && posts.some(({ platform }) => platform !== prior.platform)) {
    found.push({
      rule: 'schedule/prior/other-network',
      severity: 'warning',
      path: ['prior'],
      message: `The prior was learnt on ${prior.platform}.`,
      fix: 'Fit one prior per network: their hours differ.',
    });
  }
  if (accounts.length > 1) {
    found.push({
      rule: 'schedule/history/several-accounts',
      severity: 'info',
      path: ['history'],
      message: `${accounts.length} accounts are learnt together.`,
      measured: accounts.length,
      unit: 'accounts',
      fix: 'Fit one model per account with enough posts.',
    });
  }
  return found;
}
