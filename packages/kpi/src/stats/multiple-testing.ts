/** How p values are corrected when several questions are asked at once. */
export type Adjustment = 'bonferroni' | 'holm' | 'benjamini-hochberg' | 'benjamini-yekutieli';

/**
 * Corrects p values for having asked several questions: `holm` (and its weaker form `bonferroni`) keeps
 * the chance of any false alarm below the level, `benjamini-hochberg` the share of false alarms among
 * all alarms; `benjamini-yekutieli` does so for questions that depend on each other in any way.
 *
 * ```ts
 * import { adjustPValues } from '@affiche/kpi/stats';
 *
 * adjustPValues([0.01, 0.04, 0.03], { method: 'bonferroni' }); // => [0.03, 0.12, 0.09]
 * ```
 *
 * @see {@link https://doi.org/10.1111/j.2517-6161.1995.tb02031.x | Benjamini and Hochberg 1995}
 */
export function adjustPValues(
  pValues: readonly number[],
  { method = 'holm' }: { readonly method?: Adjustment } = {},
): number[] {
  const count = pValues.length;
  if (method === 'bonferroni') return pValues.map((p) => Math.min(1, p * count));
  const adjusted = pValues.map(() => 1);
  const ascending = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  if (method === 'holm') {
    let most = 0;
    for (const [rank, { p, index }] of ascending.entries()) {
      most = Math.max(most, Math.min(1, p * (count - rank)));
      adjusted[index] = most;
    }
    return adjusted;
  }
  let harmonic = 1;
  if (method === 'benjamini-yekutieli') {
    for (let rank = 2; rank <= count; rank += 1) harmonic += 1 / rank;
  }
  let least = 1;
  for (const [back, { p, index }] of ascending.toReversed().entries()) {
    least = Math.min(least, (p * harmonic * count) / (count - back));
    adjusted[index] = least;
  }
  return adjusted;
}
