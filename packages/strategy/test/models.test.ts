import { strategyModels } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { soundStrategy } from './sound-strategy.ts';

const at = '2026-12-01T10:00:00+01:00';
const strategy = soundStrategy();
const { editorial, crisis, team, measurement, budget, campaigns, mix, review } = strategy;

/** One value of every model, from the sound strategy where it has one. */
const samples: Readonly<Record<keyof typeof strategyModels, unknown>> = {
  Approval: { role: 'copywriter', by: 'ines' },
  Audience: strategy.audiences[0],
  BrandIdentity: { mission: 'Bread', values: ['patience'], colours: ['#7a3e1d'], voice: {} },
  BrandVoice: { traits: ['warm'], never: ['ironic'], example: 'The rye is out.' },
  Budget: budget,
  BudgetLine: budget.lines[0],
  BusinessObjective: strategy.businessObjectives[0],
  BusinessUnit: strategy.units[0],
  CampaignBrief: campaigns[0],
  CampaignVariant: campaigns[0]?.variants[0],
  Channel: strategy.channels[0],
  Client: strategy.client,
  ContentMix: mix,
  ContestRules: strategy.contests[0],
  CrisisPlaybook: crisis,
  EditorialLine: { ...editorial, tone: [{ between: ['grave', 'gay'], position: 0.4 }] },
  Measure: measurement.measures[0],
  MeasurementPlan: measurement,
  Member: { ...team.members[0], hourlyCost: '40.00 EUR' },
  Objective: strategy.objectives[0],
  Persona: strategy.personas[0],
  Pillar: strategy.pillars[0],
  ReallocationPolicy: budget.reallocation,
  Responsibility: team.responsibilities[0],
  ReviewCadence: review,
  Revision: { version: 2, reason: 'Why', changes: [{ path: ['a', 0], before: 1, after: null }] },
  Roster: team.roster,
  Strategy: strategy,
  StrategyEvent: { type: 'signed', at, by: 'karim', hash: 'a'.repeat(64) },
  Team: team,
};
const names = Object.keys(samples) as (keyof typeof samples)[];

describe.each(names)('%s', (name) => {
  const model = strategyModels[name];
  const value: unknown = model.parse(samples[name]);

  it('survives a round trip through JSON', () => {
    expect(model.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
  });

  it('survives a round trip through YAML', () => {
    expect(model.parse(parse(stringify(value)))).toEqual(value);
  });

  it('refuses what it is not', () => {
    expect(model.safeParse('text').success).toBe(false);
    expect(model.safeParse([value]).success).toBe(false);
  });
});
