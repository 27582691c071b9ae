/**
 * X: posts, threads, media, polls, who may answer, counts and the inbox, and its way of counting.
 *
 * @module @affiche/platforms/x
 */
export { XFacts } from './facts.ts';
export type { XPrices } from './prices.ts';
export { XOptions, type XSettings } from './settings.ts';
export { weightedLength } from './weighted-length.ts';
export { x, type XPlatform } from './x.ts';
