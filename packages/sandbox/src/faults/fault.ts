/**
 * What goes wrong, named by where it hurts: before or after the server has committed.
 *
 * - `cut-before-commit`: the connection closes, nothing happened
 * - `cut-after-commit`: the connection closes, it happened
 * - `cut-mid-answer`: it happened, and the answer breaks off in the middle
 * - `error-before-commit`, `error-after-commit`: a 5xx answer; it did not, or did, happen
 * - `reject-after-commit`: a 400 answer although it happened
 * - `slow-before-commit`: it happens late, even when the client has left
 * - `slow-after-commit`: it happens at once, the answer comes late
 * - `hang-after-commit`: it happened, and no answer ever comes
 * - `rate-limit`: a 429 answer, with or without a moment to come back
 * - `expire-token`: the access token is no longer good, from this request on
 * - `media-stuck`, `media-failed`, `media-lost`: what was uploaded is processed forever, fails, or is gone
 */
export const faultEffects = [
  'cut-before-commit',
  'cut-after-commit',
  'cut-mid-answer',
  'error-before-commit',
  'error-after-commit',
  'reject-after-commit',
  'slow-before-commit',
  'slow-after-commit',
  'hang-after-commit',
  'rate-limit',
  'expire-token',
  'media-stuck',
  'media-failed',
  'media-lost',
] as const;
/** What goes wrong, named by where it hurts: before or after the server has committed. */
export type FaultEffect = (typeof faultEffects)[number];

/** Something that will go wrong, as data. */
export interface Fault {
  /**
   * The requests it strikes: a method and a route as the platform documents it, such as
   * `POST com.atproto.repo.createRecord` or `DELETE /api/v1/statuses/:id`; `*` stands for any text.
   */
  readonly on: string;
  readonly effect: FaultEffect;
  /**
   * How many matching requests it strikes; `Infinity` for all.
   *
   * @defaultValue 1
   */
  readonly times?: number;
  /**
   * How many matching requests go well first.
   *
   * @defaultValue 0
   */
  readonly after?: number;
  /**
   * The HTTP status of the `error-…` effects.
   *
   * @defaultValue 500
   */
  readonly status?: number;
  /**
   * For `slow-…`, in real seconds: a simulated clock stands still while somebody waits for an answer.
   *
   * @defaultValue 0.05
   */
  readonly delaySeconds?: number;
  /** For `rate-limit`: seconds until the client may come back; without it no `Retry-After` is sent. */
  readonly retryAfterSeconds?: number;
}
