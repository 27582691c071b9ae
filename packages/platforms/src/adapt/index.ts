/**
 * A draft that does not fit a network, made to fit it, with every change named.
 *
 * @module @affiche/platforms/adapt
 */
export { adapt, type Adaptation } from './adapt.ts';
export type { AdaptationChange, AdaptationStrategy } from './change.ts';
export type { AdaptOptions } from './options.ts';
