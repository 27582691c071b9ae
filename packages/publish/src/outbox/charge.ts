/** One window of a budget. */
export interface ChargeWindow {
  readonly points: number;
  readonly windowSeconds: number;
  /** The zone whose calendar day the window is; absent where it slides. */
  readonly midnightIn?: string;
}

/** Points to take from one bucket, which may have several windows: all must have room. */
export interface Charge {
  /** The bucket's key, scope included: `bluesky/writes/account:bluesky:did:plc:x`. */
  readonly bucket: string;
  readonly points: number;
  /** What the manifest says; what answers taught goes before it. None means gated, not counted. */
  readonly windows: readonly ChargeWindow[];
}

/** What an answer taught about a bucket. */
export interface RateLesson {
  readonly bucket: string;
  /** The manifest's windows, to know which one the lesson is about. */
  readonly windows: readonly ChargeWindow[];
  readonly limit?: number;
  readonly remaining?: number;
  readonly windowSeconds?: number;
  /** Milliseconds since the epoch. */
  readonly resetAt?: number;
  /** Nothing goes out of this bucket before, in milliseconds since the epoch. */
  readonly blockedUntilAt?: number;
}
