import type { Account } from '@affiche/core';
import type { AdaptationStrategy } from './change.ts';

/** How far an adaptation may go, and what it adapts to. */
export interface AdaptOptions {
  /** The account that would post it. */
  readonly account?: Account;
  /** The publication's own options for the network. */
  readonly options?: object;
  /**
   * What the network said of itself.
   *
   * @defaultValue the documented defaults
   */
  readonly facts?: unknown;
  /**
   * What may be tried, in this order.
   *
   * @defaultValue `['media', 'card', 'links', 'hashtags', 'thread', 'shorten']`
   */
  readonly strategies?: readonly AdaptationStrategy[];
  /** Shorter addresses for longer ones, as a link shortener made them. */
  readonly shortLinks?: Readonly<Record<string, string>>;
  /**
   * Whether the posts of a new thread end in `1/3`, `2/3` and so on.
   *
   * @defaultValue false
   */
  readonly numbered?: boolean;
  /**
   * The longest thread that one item may become.
   *
   * @defaultValue 25
   */
  readonly longestThread?: number;
}
