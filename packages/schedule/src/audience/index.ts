/**
 * When an audience is there: read off its reactions or a network's own table, or assumed; and how much of
 * it hours reach.
 *
 * @module @affiche/schedule/audience
 */
export {
  assumedActivity,
  audienceFromReactions,
  audienceFromTable,
  type AudienceSegment,
  type ReactionEvent,
} from './audience-activity.ts';
export { coverageOf } from './coverage-of.ts';
