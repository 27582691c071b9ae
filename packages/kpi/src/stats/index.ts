/**
 * How sure we are: distributions, intervals for rates over posts, experiments, anomalies.
 *
 * @module @affiche/kpi/stats
 */
export { abTest, type AbDesign, type AbResult } from './ab-test.ts';
export type { BayesianResult } from './ab-designs.ts';
export { detectAnomalies, type DetectAnomaliesOptions, type JudgedDay } from './anomalies.ts';
export { cuped, type Cuped } from './cuped.ts';
export {
  betaCdf,
  betaQuantile,
  binomialCdf,
  chiSquareTail,
  fTail,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from './distributions.ts';
export type { Interval, LevelOptions } from './interval.ts';
export { mannWhitney, type RankTest } from './mann-whitney.ts';
export { compareMeans, type MeanDifference } from './means.ts';
export { adjustPValues, type Adjustment } from './multiple-testing.ts';
export { powerOf, type PowerOptions, sampleSizePerArm } from './power.ts';
export {
  clopperPearsonInterval,
  compareProportions,
  type Counts,
  type ProportionDifference,
  wilsonInterval,
} from './proportion.ts';
export { quantile } from './quantile.ts';
export {
  type Cluster,
  type RatioEstimate,
  ratioInterval,
  type RatioIntervalOptions,
} from './ratio-interval.ts';
