/**
 * Publishing exactly once: the outbox, rate budgets, credentials and the runner.
 *
 * @module @affiche/publish
 */
export type { CollectOptions } from './collect.ts';
export type { Charge, ChargeWindow, RateLesson } from './outbox/charge.ts';
export type { Attempt, Entry, PostRecord, PublicationState, StepRecord } from './outbox/entry.ts';
export {
  findBrokenLogEntry,
  type LogData,
  type LogEntry,
  type LogEvent,
} from './outbox/log-entry.ts';
export type {
  Approval,
  Arming,
  ArmRequest,
  Change,
  Claim,
  DueOptions,
  Edit,
  EditOutcome,
  EntryFilter,
  Fact,
  FactOutcome,
  Judgement,
  Outbox,
  OutboxStore,
  Pause,
  PostFilter,
  Ready,
} from './outbox/outbox.ts';
export type { SpendingLimit, SpendingQuery } from './outbox/spending.ts';
export type { SqlDatabase, SqlTransaction, SqlValue } from './outbox/sql-database.ts';
export { sqlOutbox } from './outbox/sql-outbox.ts';
export { sqliteOutbox, type SqliteOutboxOptions } from './outbox/sqlite-outbox.ts';
export type { ApplyOptions } from './planning/apply-plan.ts';
export type { PlanOptions } from './planning/make-plan.ts';
export {
  countChanges,
  type Plan,
  type PlannedChange,
  type PlannedKind,
  type PlannedSpending,
  type QuotaUse,
} from './planning/plan.ts';
export { type ActOptions, createPublisher, type Publisher } from './publisher.ts';
export type { PublisherOptions, RunOptions } from './publisher-options.ts';
export { publishChannel } from './runner/channel.ts';
export type { PublishEvent } from './runner/events.ts';
export type { Progress } from './runner/progress.ts';
export type { SameTextPolicy } from './planning/repetition.ts';
export type { InFlight } from './pause.ts';
export type { PublicationStatus, PublishStatus, StatusFilter } from './status.ts';
export {
  environmentVariable,
  environmentVault,
  type EnvironmentVaultOptions,
} from './vault/environment-vault.ts';
export { fileVault, type FileVaultOptions } from './vault/file-vault.ts';
export { memoryVault } from './vault/memory-vault.ts';
export {
  mergeCredentials,
  storeCredentials,
  type StoredCredentials,
  type Vault,
} from './vault/vault.ts';
