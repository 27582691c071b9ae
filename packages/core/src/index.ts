/**
 * The words every Affiche package shares: accounts, drafts, media, money, metrics, findings
 * and the platform contract. No I/O.
 *
 * @module @affiche/core
 */
export { Account, accountKey } from './account.ts';
export { type Clock, systemClock } from './clock.ts';
export { Draft, DraftItem, Link, Poll, PostReference } from './draft.ts';
export {
  AfficheError,
  type AfficheErrorOptions,
  ConfigurationError,
  PlatformError,
  StorageError,
} from './errors.ts';
export { Failure, FailureKind } from './failure.ts';
export { Finding, formatFinding, formatPath, hasErrors, Severity, Source } from './finding.ts';
export { epochMilliseconds, instant, Instant, PlainDate } from './instant.ts';
export { jsonSchema, type JsonSchemaName } from './json-schemas.ts';
export { canonicalJson, contentHash, Json } from './json.ts';
export { jsonCells } from './json-cells.ts';
export {
  Access,
  Capability,
  Confidence,
  Limit,
  Manifest,
  PriceRule,
  RateRule,
  ScopeRule,
  TokenLifetime,
} from './manifest.ts';
export { Media, MediaRights, MediaSource } from './media.ts';
export { nearest } from './nearest.ts';
export { addMoney, Currency, formatMoney, minorUnitDigits, Money, money } from './money.ts';
export type {
  AnyPlatform,
  CompileSeed,
  Composition,
  Credentials,
  Inbox,
  InboxItem,
  InboxPage,
  Platform,
  PlatformIo,
  Preview,
  PreviewSegment,
  PublishedPost,
  RateObservation,
} from './platform.ts';
export { moneyInPrice, Price, price, priceInMoney } from './price.ts';
export { Calendar, MisfirePolicy, Publication } from './publication.ts';
export { type Random, seededRandom } from './random.ts';
export {
  CapabilityPeriod,
  Certainty,
  HistoricalDate,
  Lifecycle,
  Network,
  type NetworkCapability,
  NetworkEvent,
  type NetworkInput,
} from './network.ts';
export {
  assertPublishable,
  capabilities,
  definePlatform,
  platform,
  registry,
  registryWith,
} from './registry.ts';
export type { Registry } from './registry-lookup.ts';
export { Reading, Scope, Subject } from './reading.ts';
export { redact } from './redact.ts';
export {
  momentOfWall,
  resolveWallTime,
  wallTimeAt,
  wallTimeReadings,
  type WallTimeReadings,
} from './resolve-wall-time.ts';
export { calendarDay, type CalendarDay } from './calendar-day.ts';
export {
  simulatedClock,
  type SimulatedClock,
  type SimulatedClockOptions,
} from './simulated-clock.ts';
export {
  Cost,
  Evidence,
  Reconciled,
  Step,
  StepOutput,
  type StepProgress,
  StepResult,
} from './step.ts';
export { Disambiguation, WallTime } from './wall-time.ts';
export { zoneOffset, type ZoneTransition, zoneTransitions } from './zone-offset.ts';
export { Zone } from './zone.ts';
