import type { Rule } from './rule.ts';
import { audienceRules } from './rules/audience.ts';
import { budgetRules } from './rules/budget.ts';
import { calendarBalanceRules } from './rules/calendar-balance.ts';
import { calendarRules } from './rules/calendar.ts';
import { campaignRules } from './rules/campaign.ts';
import { channelRules } from './rules/channel.ts';
import { contestRules } from './rules/contest.ts';
import { crisisRules } from './rules/crisis.ts';
import { editorialRules } from './rules/editorial.ts';
import { measurabilityRules } from './rules/measurability.ts';
import { measurementRules } from './rules/measurement.ts';
import { mixRules } from './rules/mix.ts';
import { objectiveRules } from './rules/objective.ts';
import { rosterRules } from './rules/roster.ts';
import { shapeRules } from './rules/shape.ts';
import { targetRules } from './rules/target.ts';
import { teamRules } from './rules/team.ts';

/** Every rule of the review, as data: filter it, extend it, print it. */
export const strategyRules: readonly Rule[] = [
  ...shapeRules,
  ...objectiveRules,
  ...targetRules,
  ...measurementRules,
  ...measurabilityRules,
  ...audienceRules,
  ...channelRules,
  ...mixRules,
  ...editorialRules,
  ...campaignRules,
  ...calendarRules,
  ...calendarBalanceRules,
  ...budgetRules,
  ...teamRules,
  ...rosterRules,
  ...crisisRules,
  ...contestRules,
];
