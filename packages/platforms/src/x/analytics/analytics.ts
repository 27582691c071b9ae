import {
  type Account,
  epochMilliseconds,
  type Instant,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { aboutPost, countReading } from '../../readings.ts';
import { readX } from '../api.ts';
import { ask, type Question } from './ask.ts';
import { filmMetrics, type Metric, postMetrics } from './metrics.ts';
import { Shown } from './wire.ts';

/** Between which moments to count, and how finely. */
export interface XAnalyticsWindow {
  readonly from: Instant;
  readonly to: Instant;
  /**
   * One reading for the whole window, or one for each of its hours, days or weeks.
   *
   * @defaultValue 'total'
   */
  readonly granularity?: 'total' | 'weekly' | 'daily' | 'hourly';
}

/** What the network counted. A number that it does not give is missing, and not zero. */
export interface XAnalytics {
  /** What people did with posts of the account: saw, answered, sent on, clicked, followed. */
  posts(
    account: Account,
    posts: readonly PublishedPost[],
    window: XAnalyticsWindow,
    io: PlatformIo,
  ): Promise<Reading[]>;
  /** How films of these posts were watched; by the week X does not say. */
  films(
    account: Account,
    posts: readonly PublishedPost[],
    window: XAnalyticsWindow & { readonly granularity?: 'total' | 'daily' | 'hourly' },
    io: PlatformIo,
  ): Promise<Reading[]>;
}

/**
 * Detailed counts of own posts between two moments, with the scopes `tweet.read` and `users.read`.
 * A number that X has retired is left out, and the others are there all the same.
 *
 * ```ts
 * import { xAnalytics } from '@affiche/platforms/x/analytics';
 *
 * typeof xAnalytics().films; // => 'function'
 * ```
 *
 * @see {@link https://docs.x.com/x-api/posts/get-post-analytics | X: post analytics} (2026-11-21)
 */
export function xAnalytics(): XAnalytics {
  return { posts: readPosts, films: readFilms };
}

// The most posts or files that one call names.
const pageSize = 100;
const seconds = { weekly: 7 * 86_400, daily: 86_400, hourly: 3600 };

async function readPosts(
  account: Account,
  posts: readonly PublishedPost[],
  window: XAnalyticsWindow,
  io: PlatformIo,
): Promise<Reading[]> {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const question = { path: '/2/tweets/analytics', subjects: 'ids', fields: 'analytics.fields' };
  return readAll(account, byId, { question, metrics: postMetrics, window }, io);
}

async function readFilms(
  account: Account,
  posts: readonly PublishedPost[],
  window: XAnalyticsWindow,
  io: PlatformIo,
): Promise<Reading[]> {
  const byKey = new Map<string, PublishedPost>();
  for (const page of pagesOf(posts)) {
    const search = { ids: page.map(({ id }) => id).join(','), 'tweet.fields': 'attachments' };
    const call = { method: 'get', path: '/2/tweets', search, answer: Shown } as const;
    const { data } = await readX(account, { ...call, timeoutSeconds: 30 }, io);
    for (const { id, attachments } of data) {
      const post = page.find((each) => each.id === id);
      // The number before the line tells what kind of file it is: films are 7 and 13, pictures 3.
      const films = attachments?.media_keys?.filter((key) => /^(?:7|13)_/.test(key)) ?? [];
      if (post) for (const key of films) byKey.set(key, post);
    }
  }
  const question = {
    path: '/2/media/analytics',
    subjects: 'media_keys',
    fields: 'media_analytics.fields',
  };
  return readAll(account, byKey, { question, metrics: filmMetrics, window }, io);
}

interface Inquiry {
  readonly question: Question;
  readonly metrics: readonly Metric[];
  readonly window: XAnalyticsWindow;
}

async function readAll(
  account: Account,
  subjects: ReadonlyMap<string, PublishedPost>,
  { question, metrics, window }: Inquiry,
  io: PlatformIo,
): Promise<Reading[]> {
  const { from, to, granularity = 'total' } = window;
  const readings: Reading[] = [];
  for (const page of pagesOf([...subjects.keys()])) {
    const search = { start_time: wholeSeconds(from), end_time: wholeSeconds(to), granularity };
    for (const { key, at, counts } of await ask(account, question, page, search, metrics, io)) {
      const post = subjects.get(key);
      if (!post) continue;
      const about = aboutPost(account, post, io);
      const span = granularity === 'total' || at === undefined ? window : spanOf(at, granularity);
      for (const { name, fact, factor = 1 } of metrics) {
        const count = counts.get(name);
        const value = count === undefined ? undefined : count * factor;
        for (const reading of countReading(fact, value, about)) {
          readings.push({ ...reading, window: { from: span.from, to: span.to } });
        }
      }
    }
  }
  return readings;
}

function spanOf(at: Instant, granularity: keyof typeof seconds) {
  return { from: at, to: instant(epochMilliseconds(at) + seconds[granularity] * 1000) };
}

function pagesOf<Each>(all: readonly Each[]): Each[][] {
  return Array.from({ length: Math.ceil(all.length / pageSize) }, (_, page) =>
    all.slice(page * pageSize, (page + 1) * pageSize),
  );
}

function wholeSeconds(at: Instant): string {
  return `${new Date(epochMilliseconds(at)).toISOString().slice(0, 19)}Z`;
}
