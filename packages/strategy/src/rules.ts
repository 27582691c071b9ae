import type { Rule } from './rule.ts';
import { budgetRules } from './rules/budget.ts';
import { mixRules } from './rules/mix.ts';
import { objectiveRules } from './rules/objective.ts';

/** Every rule of the review. */
export const strategyRules: readonly Rule[] = [...objectiveRules, ...mixRules, ...budgetRules];
