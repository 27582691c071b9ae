/**
 * Who we talk to, why, about what, with which money, and who does it: strategy models a client can
 * sign, and a review that finds what is wrong with them. Pure: no I/O.
 *
 * @module @affiche/strategy
 */
export { defineStrategy, type DefineStrategyOptions } from './define-strategy.ts';
export { Language, type Text, type TextValues } from './language.ts';
export { reviewStrategy, type ReviewStrategyOptions } from './review-strategy.ts';
export type { Hit, ReviewContext, Rule } from './rule.ts';
export { strategyRules } from './rules.ts';
export type { ShapeProblem } from './shape-problem.ts';
export { Strategy } from './strategy.ts';
