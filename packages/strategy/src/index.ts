/**
 * Who we talk to, why, about what, with which money, and who does it: strategy models a client can
 * sign, and a review that finds what is wrong with them. Pure: no I/O.
 *
 * @module @affiche/strategy
 */
export {
  type Allocation,
  allocateBudget,
  type AllocateBudgetOptions,
  type AllocationLine,
  type BudgetCalculator,
  type ResponseCurve,
} from './allocate-budget.ts';
export { Approval, type ApprovalState, approvalState } from './approval.ts';
export { Audience, Persona, Segment, TargetingCriterion } from './audience.ts';
export { Budget, BudgetKind, BudgetLine, ReallocationPolicy } from './budget.ts';
export { Blackout, CampaignBrief, CampaignVariant } from './campaign.ts';
export { Cadence, Channel, QuietHours } from './channel.ts';
export { BrandIdentity, BrandVoice, Client } from './client.ts';
export { type ContentMixPreset, contentMixPresets } from './content-mix-presets.ts';
export { ContentMix, ContentMixName, ContentPurpose, Pillar } from './content.ts';
export { ContestRules, EntryMechanic } from './contest.ts';
export { CrisisLevel, CrisisPlaybook } from './crisis-playbook.ts';
export { curationRatio, type CurationRatio, type CurationRatioOptions } from './curation-ratio.ts';
export { declineCampaign } from './decline-campaign.ts';
export { defineStrategy, type DefineStrategyOptions } from './define-strategy.ts';
export { describeRevision, type DescribeRevisionOptions } from './describe-revision.ts';
export { EditorialLine, NetworkTone, Term, ToneAxis } from './editorial-line.ts';
export { Period } from './field.ts';
export { FunnelStage } from './funnel-stage.ts';
export { AidaStage, type Funnels, funnelTable, mapFunnelStage, RaceStage } from './funnel.ts';
export { strategyJsonSchema, type StrategyModelName, strategyModels } from './json-schemas.ts';
export { type KnownKpi, knownKpis } from './known-kpi.ts';
export { Language, type Text, type TextValues } from './language.ts';
export {
  Consent,
  StrategyEvent,
  type StrategyState,
  StrategyStatus,
  ValidatedPart,
} from './life-cycle.ts';
export { Measure, MeasurementPlan, MeasurementStage, MediaKind, StageCell } from './measurement.ts';
export { type NetworkEffort, networkEfforts } from './network-effort.ts';
export { BusinessObjective, BusinessUnit, Objective, ObjectiveKind } from './objective.ts';
export { Action, can, defaultMatrix, type PermissionMatrix } from './permissions.ts';
export { recordEvent, replayStrategy, signatureHash } from './replay-strategy.ts';
export { ReviewCadence } from './review-cadence.ts';
export { reviewStrategy, type ReviewStrategyOptions } from './review-strategy.ts';
export { reviseStrategy, type StrategyPatch } from './revise-strategy.ts';
export { Change, Revision } from './revision.ts';
export { roleFromTitle } from './role-title.ts';
export { Department, Role } from './role.ts';
export { coverageGaps, type CoverageGap } from './roster-coverage.ts';
export type { Hit, ReviewContext, Rule } from './rule.ts';
export { strategyRules } from './rules.ts';
export {
  type Capacity,
  type PlatformSelection,
  type RankedPlatform,
  selectPlatforms,
  type SelectPlatformsOptions,
} from './select-platforms.ts';
export type { ShapeProblem } from './shape-problem.ts';
export { Strategy } from './strategy.ts';
export { teamPreset, type TeamPresetName } from './team-preset.ts';
export { Handover, Member, Responsibility, Roster, Shift, Team, Weekday } from './team.ts';
export { checkVoice, type CheckVoiceOptions } from './voice/check-voice.ts';
export type { Span } from './voice/located.ts';
export type { VoiceFinding } from './voice/voice-rule.ts';
