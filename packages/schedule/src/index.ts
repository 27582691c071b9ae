/**
 * When to post: wall-clock time, posting-time models and the editorial calendar.
 * Pure functions: no clock, no chance and no network that was not passed in.
 *
 * @module @affiche/schedule
 */
export { resolveWallTime, wallTimeAt } from '@affiche/core';
export type { AudienceSegment } from './audience/audience-activity.ts';
export type {
  AudienceCap,
  Blackout,
  Cadence,
  CalendarChannel,
  CalendarPillar,
  CalendarStrategy,
  CoverageWish,
  Idea,
  PlanCalendarInput,
  QuietHours,
} from './calendar-input.ts';
export type { Control } from './control-columns.ts';
export type { CoverageChoice, CoverageOptions } from './coverage-slots.ts';
export { explainSlot, explainTiming } from './explain-timing.ts';
export { fitPostingTimes, type FitPostingTimesOptions } from './fit-posting-times.ts';
export { type HourOfWeek, hourOfWeek, hoursPerWeek } from './hour-of-week.ts';
export { nextFreeSlot, type NextFreeSlotInput } from './next-free-slot.ts';
export type { Objective, PostMetrics, PostObservation } from './observation.ts';
export { placeNow, type PlaceNowInput, type UrgentPlan } from './place-now.ts';
export { type CalendarPlan, planCalendar, type ProposedPublication } from './plan-calendar.ts';
export { type PostingTimeModel, postingTimeModel } from './posting-time-model.ts';
export type { PostingTimeState } from './posting-time-state.ts';
export type { Proposal } from './propose-slot.ts';
export {
  type MovedPublication,
  type Replan,
  replanCalendar,
  type ReplanCalendarInput,
} from './replan-calendar.ts';
export type { Interval, Signal, SlotEstimate } from './slot-estimate.ts';
export type { SlotPrior } from './slot-prior.ts';
export type { SlotContribution } from './trace-slot.ts';
export { type ExplanationLanguage, nameHour } from './week-time.ts';
