/**
 * Whole histories of publishing under crashes, faults and jumping clocks, from a seed.
 *
 * @module @affiche/publish/simulation
 */
export type { Verdicts } from './simulation/audit.ts';
export { type Mutation, mutations } from './simulation/mutation.ts';
export { simulate, type SimulationOutcome } from './simulation/simulate.ts';
