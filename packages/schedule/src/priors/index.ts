/**
 * Learning from many accounts what a new one may expect: done seldom, and where their histories are.
 *
 * @module @affiche/schedule/priors
 */
export { fitSlotPrior, type FitSlotPriorOptions } from './fit-slot-prior.ts';
