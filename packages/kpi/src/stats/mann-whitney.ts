import { normalCdf } from './distributions.ts';

/** Whether one of two samples tends to be larger. */
export interface RankTest {
  /** In how many pairs the first sample's value is the larger; ties count half. */
  readonly statistic: number;
  /** The share of pairs in which the first is larger: 0.5 when neither is. */
  readonly superiority: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly method: 'exact' | 'normal';
}

const mostExact = 50;

/**
 * Mann and Whitney's test, also called Wilcoxon's rank sum. Exact for fewer than 50 values on each
 * side without ties; otherwise by the normal distribution with corrections for ties and continuity.
 * `null` when a sample is empty.
 *
 * ```ts
 * import { mannWhitney } from '@affiche/kpi/stats';
 *
 * mannWhitney([1, 2, 3], [4, 5, 6])?.pValue.toFixed(12); // => '0.100000000000'
 * ```
 *
 * @see {@link https://doi.org/10.1214/aoms/1177730491 | Mann and Whitney 1947}
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): RankTest | null {
  const [m, n] = [first.length, second.length];
  if (m === 0 || n === 0) return null;
  const { rankSum, tieTerm } = rank(first, second);
  const statistic = rankSum - (m * (m + 1)) / 2;
  const superiority = statistic / (m * n);
  if (tieTerm === 0 && m < mostExact && n < mostExact) {
    const lower = exactTail(Math.min(statistic, m * n - statistic), m, n);
    return { statistic, superiority, pValue: Math.min(1, 2 * lower), method: 'exact' };
  }
  const all = m + n;
  const spread = Math.sqrt(((m * n) / 12) * (all + 1 - tieTerm / (all * (all - 1))));
  const distance = Math.max(0, Math.abs(statistic - (m * n) / 2) - 0.5);
  const pValue = spread === 0 ? 1 : 2 * normalCdf(-distance / spread);
  return { statistic, superiority, pValue: Math.min(1, pValue), method: 'normal' };
}

/** The first sample's ranks added up, ties sharing their ranks, and what ties take off the variance. */
function rank(first: readonly number[], second: readonly number[]) {
  const values = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].toSorted((a, b) => a.value - b.value);
  let [rankSum, tieTerm] = [0, 0];
  for (let start = 0; start < values.length;) {
    let end = start;
    while (end < values.length && values[end]?.value === values[start]?.value) end += 1;
    const size = end - start;
    const shared = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) if (values[index]?.isFirst) rankSum += shared;
    tieTerm += size ** 3 - size;
    start = end;
  }
  return { rankSum, tieTerm };
}

/** The share of all arrangements whose statistic is at most this: one sample's values placed one by one. */
function exactTail(statistic: number, m: number, n: number): number {
  const most = m * n;
  // counts[k][u]: how many sets of k ranks have the statistic u; as shares, so that nothing overflows.
  let shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let size = 1; size <= n; size += 1) {
    // The generating function gains (1 − x^(m + size)) / (1 − x^size), scaled by size / (m + size).
    const next = shares.slice();
    for (let u = most; u >= m + size; u -= 1) next[u]! -= shares[u - m - size]!;
    for (let u = size; u <= most; u += 1) next[u]! += next[u - size]!;
    const scale = size / (m + size);
    shares = next.map((share) => share * scale);
  }
  let tail = 0;
  for (let u = 0; u <= statistic; u += 1) tail += shares[u] ?? 0;
  return tail;
}
