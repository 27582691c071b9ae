import { Currency, Zone } from '@affiche/core';
import { z } from 'zod';
import { Audience, Persona } from './audience.ts';
import { Budget } from './budget.ts';
import { Blackout, CampaignBrief } from './campaign.ts';
import { Channel } from './channel.ts';
import { BrandIdentity, Client } from './client.ts';
import { ContentMix, Pillar } from './content.ts';
import { ContestRules } from './contest.ts';
import { CrisisPlaybook } from './crisis-playbook.ts';
import { EditorialLine } from './editorial-line.ts';
import { Id, Period } from './field.ts';
import { MeasurementPlan } from './measurement.ts';
import { BusinessObjective, BusinessUnit, Objective } from './objective.ts';
import { openObject } from './open-object.ts';
import { ReviewCadence } from './review-cadence.ts';
import { Revision } from './revision.ts';
import { Team } from './team.ts';

/**
 * A whole social media strategy as one value: what a client signs, and what the calendar, the budget,
 * the scorecard and the report read. Keys it does not know are kept, and the review points at them.
 */
export const Strategy = openObject({
  id: Id,
  version: z.int().positive().default(1),
  client: Client,
  /** Where the client's clocks hang. */
  zone: Zone,
  /** The language of the plan and, unless a channel says otherwise, of its posts: `fr`. */
  language: z.string().min(2),
  currency: Currency,
  /** The days the plan is for. */
  period: Period,
  brand: BrandIdentity.optional(),
  businessObjectives: z.array(BusinessObjective).default([]),
  units: z.array(BusinessUnit).default([]),
  audiences: z.array(Audience).default([]),
  personas: z.array(Persona).default([]),
  objectives: z.array(Objective),
  measurement: MeasurementPlan.prefault({}),
  channels: z.array(Channel),
  pillars: z.array(Pillar),
  mix: ContentMix.optional(),
  editorial: EditorialLine.optional(),
  campaigns: z.array(CampaignBrief).default([]),
  blackouts: z.array(Blackout).default([]),
  budget: Budget,
  team: Team.prefault({}),
  crisis: CrisisPlaybook.optional(),
  contests: z.array(ContestRules).default([]),
  review: ReviewCadence.optional(),
  /** How it became what it is, the oldest revision first. */
  history: z.array(Revision).default([]),
});
/** A whole social media strategy as one value. */
export type Strategy = z.infer<typeof Strategy>;
