/**
 * Which channel earned the sale: rules, exact Markov chains, Shapley values, and how sure we are.
 *
 * @module @affiche/kpi/attribution
 */
export {
  attribute,
  type Attribution,
  type AttributionModel,
  type ChannelCredit,
  compareModels,
  type Credits,
  type ModelComparison,
} from './attribute.ts';
export {
  bootstrapCredit,
  type BootstrapCreditOptions,
  type CreditInterval,
} from './bootstrap-credit.ts';
export {
  buildJourneys,
  type BuildJourneysOptions,
  type Conversion,
  type Touch,
} from './build-journeys.ts';
export {
  calibrate,
  type CalibratedCredit,
  type Calibration,
  type LiftResult,
} from './calibrate.ts';
export {
  type JourneyPath,
  type Journeys,
  type JourneySettings,
  journeysFromPaths,
  type JourneysFromPathsOptions,
  type PathColumns,
} from './journeys.ts';
export { markov, type MarkovOptions } from './markov.ts';
export { fitMarkovChain, type MarkovChain } from './markov-chain.ts';
export {
  conversionProbability,
  type RemovalEffect,
  removalEffects,
  type RemovalEffectsOptions,
} from './removal-effects.ts';
export {
  customRule,
  firstTouch,
  lastNonDirect,
  lastTouch,
  linear,
  positionBased,
  steppedTimeDecay,
  timeDecay,
  type TouchWeights,
  wShaped,
} from './rule-models.ts';
export { conversionGame, shapley } from './shapley.ts';
export {
  type Game,
  shapleyGame,
  type ShapleyGameOptions,
  type ShapleyValue,
} from './shapley-game.ts';
export { shaoLi } from './shao-li.ts';
export type { Horizon } from './walk.ts';
