import { z } from 'zod';
import { Approval } from './approval.ts';
import { Audience, Persona } from './audience.ts';
import { Budget, BudgetLine, ReallocationPolicy } from './budget.ts';
import { CampaignBrief, CampaignVariant } from './campaign.ts';
import { Channel } from './channel.ts';
import { BrandIdentity, BrandVoice, Client } from './client.ts';
import { ContentMix, Pillar } from './content.ts';
import { ContestRules } from './contest.ts';
import { CrisisPlaybook } from './crisis-playbook.ts';
import { EditorialLine } from './editorial-line.ts';
import { StrategyEvent } from './life-cycle.ts';
import { Measure, MeasurementPlan } from './measurement.ts';
import { BusinessObjective, BusinessUnit, Objective } from './objective.ts';
import { ReviewCadence } from './review-cadence.ts';
import { Revision } from './revision.ts';
import { Strategy } from './strategy.ts';
import { Member, Responsibility, Roster, Team } from './team.ts';

/** Every model that has a JSON Schema, by its name. */
export const strategyModels = {
  Approval,
  Audience,
  BrandIdentity,
  BrandVoice,
  Budget,
  BudgetLine,
  BusinessObjective,
  BusinessUnit,
  CampaignBrief,
  CampaignVariant,
  Channel,
  Client,
  ContentMix,
  ContestRules,
  CrisisPlaybook,
  EditorialLine,
  Measure,
  MeasurementPlan,
  Member,
  Objective,
  Persona,
  Pillar,
  ReallocationPolicy,
  Responsibility,
  ReviewCadence,
  Revision,
  Roster,
  Strategy,
  StrategyEvent,
  Team,
};

/** The models that have a JSON Schema. */
export type StrategyModelName = keyof typeof strategyModels;

/**
 * The JSON Schema (2020-12) of a model, for editors and for users of other languages. It describes
 * what may be written; defaults are filled in when it is read.
 *
 * ```ts
 * import { strategyJsonSchema } from '@affiche/strategy';
 *
 * strategyJsonSchema('Client').required; // => ['name', 'kind']
 * ```
 */
export function strategyJsonSchema(name: StrategyModelName): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(strategyModels[name], { io: 'input' });
}
