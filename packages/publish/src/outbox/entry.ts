import type { Json, Publication, Step, StepOutput } from '@affiche/core';

/**
 * Where a publication stands:
 * `planned` waits for its time, or for a next try with nothing visible yet; `publishing` something
 * visible was sent or is being sent; `published` the platform gave us its id; `partial` a thread
 * stopped midway; `rolling-back` and `rolled-back` a thread is or was taken back; `parked` nobody can
 * tell, a person must look; `failed` refused for good; `cancelled` by a person; `missed` its time
 * passed while nothing ran.
 */
export type PublicationState =
  | 'planned'
  | 'publishing'
  | 'published'
  | 'partial'
  | 'rolling-back'
  | 'rolled-back'
  | 'parked'
  | 'failed'
  | 'cancelled'
  | 'missed';

/** A publication in the outbox. Moments are milliseconds since the epoch. */
export interface Entry {
  readonly publication: Publication;
  /** The account key. */
  readonly account: string;
  /** Whose plans it belongs to. */
  readonly scope: string;
  /** The content hash that was approved. */
  readonly hash: string;
  /** Grows with every change: arming compares it, so a cancelled post cannot go out. */
  readonly revision: number;
  readonly state: PublicationState;
  readonly dueAt: number;
  /** When a worker looks at it next; absent when there is nothing left to do. */
  readonly nextAt?: number;
  /** The bucket it waits for. */
  readonly waitsFor?: string;
  readonly tries: number;
  /** Whether a person asked to stop a thread that is partly out. */
  readonly stopRequested: boolean;
  /** One sentence for a person: why it stands where it stands. */
  readonly note?: string;
}

/** One go at a step. It is open until somebody knows how it ended. */
export interface Attempt {
  readonly step: string;
  readonly number: number;
  /** How often it was sent; more than once only with a key that the platform recognises. */
  readonly sends: number;
  readonly armedAt: number;
  /** The same by the platform's own clock; absent when it had not told the time yet. */
  readonly serverArmedAt?: number;
  /** Fruitless looks for its effect. */
  readonly looks: number;
}

/** A frozen step and where it stands. */
export interface StepRecord {
  readonly step: Step;
  readonly state: 'waiting' | 'armed' | 'pending' | 'done' | 'undone';
  readonly output?: StepOutput;
  readonly checkpoint?: Json;
  /** The open attempt. */
  readonly attempt?: Attempt;
}

/** A post that is out. */
export interface PostRecord {
  readonly publication: string;
  readonly account: string;
  /** The draft item that it shows. */
  readonly item: number;
  readonly id: string;
  readonly url?: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
}
