import type { Finding, Instant, Zone } from '@affiche/core';
import type { AccountLevel } from './account-trend.ts';
import type { ControlColumns } from './control-columns.ts';
import type { Objective } from './observation.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import type { SlotPrior } from './slot-prior.ts';

/** One post as the model remembers it, so that every estimate can be traced to posts. */
export interface TracedPost {
  readonly id: string;
  readonly slot: number;
  /** In units of the account's standard deviation. */
  readonly residual: number;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}

/** Everything a timing model is made of; plain data, except that JSON wants arrays spelled out. */
export interface PostingTimeState {
  readonly version: 1;
  readonly zone: Zone;
  readonly objective: Objective;
  readonly asOf: Instant;
  readonly halfLifeDays: number;
  readonly matureAfterSeconds: number;
  readonly keepPaid: boolean;
  readonly columns: ControlColumns;
  readonly accounts: Readonly<Record<string, AccountLevel>>;
  readonly posts: readonly TracedPost[];
  readonly evidence: SlotEvidence;
  readonly findings: readonly Finding[];
  readonly prior?: SlotPrior;
  /** Whether hours are chosen by the prior as it stands. */
  readonly trustPrior?: boolean;
}
