import type { Instant } from '@affiche/core';

/** A short link and where it leads. */
export interface ShortLink {
  /** What people click: `https://bit.ly/3AbCdEf`. */
  readonly url: string;
  /** Where they arrive. */
  readonly target: string;
  /** The service's own id of it. */
  readonly id: string;
  readonly createdAt?: Instant;
}

/** What a new short link may be given. */
export interface ShortenOptions {
  /** The part after the slash, where one may choose. */
  readonly slug?: string;
  /** What a person recognises it by. */
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Which clicks are asked for. */
export interface ClicksOptions {
  /**
   * The length of one span.
   *
   * @defaultValue 'day'
   */
  readonly unit?: 'minute' | 'hour' | 'day' | 'week' | 'month';
  /**
   * How many spans, counted back from the newest.
   *
   * @defaultValue 30
   */
  readonly units?: number;
  readonly signal?: AbortSignal;
}

/** How often a short link was clicked. */
export interface ClickCounts {
  readonly total: number;
  /** Newest last; spans without a click may be missing. */
  readonly series: readonly { readonly from: Instant; readonly clicks: number }[];
}

/**
 * A service that shortens links. One long link always gets the same short one: vary a campaign
 * parameter to count posts apart.
 */
export interface ShortLinks {
  shorten(target: string, options?: ShortenOptions): Promise<ShortLink>;
  /** Where a short link leads; `undefined` when there is none like it. */
  expand(url: string, options?: { readonly signal?: AbortSignal }): Promise<ShortLink | undefined>;
  clicks(url: string, options?: ClicksOptions): Promise<ClickCounts>;
}
