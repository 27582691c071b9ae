import {
  type Account,
  epochMilliseconds,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';
import { aboutAccount, aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callPinterest, diagnosePinterest } from './api.ts';
import { readUser } from './facts.ts';
import { PinAnalytics } from './wire.ts';

const day = 86_400_000;
// The network looks back no further.
const mostDays = 90;

const metrics: Readonly<Record<string, string>> = {
  IMPRESSION: 'impressions',
  SAVE: 'saves',
  PIN_CLICK: 'clicks',
  OUTBOUND_CLICK: 'outboundClicks',
  VIDEO_MRC_VIEW: 'views',
  PROFILE_VISIT: 'profileVisits',
  USER_FOLLOW: 'follows',
};
const lifetime: Readonly<Record<string, string>> = {
  TOTAL_COMMENTS: 'comments',
  TOTAL_REACTIONS: 'reactions',
};

/** The facts that readings of Pinterest are about. */
export const pinterestFacts = [
  ...Object.values(metrics),
  ...Object.values(lifetime),
  'followers',
] as const;

/** What pins achieved, over the last ninety days at most, and who follows. A pin that is gone has none. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const post of posts) readings.push(...(await readPin(account, post, io)));
  const { follower_count: followers } = await readUser(account, io);
  return [...readings, ...countReading('followers', followers, aboutAccount(account, io))];
}

async function readPin(account: Account, post: PublishedPost, io: PlatformIo): Promise<Reading[]> {
  const now = io.clock.now();
  const from = Math.max(epochMilliseconds(post.publishedAt), now - mostDays * day);
  const names = [...Object.keys(metrics), ...Object.keys(lifetime)];
  const values = await ask(account, post.id, { from, to: now, names }, io);
  const about = aboutPost(account, post, io);
  const window = { from: instant(Math.min(from, now)), to: instant(now) };
  const count = (name: string) => whole(values.get(name));
  return [
    ...Object.entries(metrics).flatMap(([name, fact]) =>
      countReading(fact, count(name), about).map((each) => ({ ...each, window })),
    ),
    ...Object.entries(lifetime).flatMap(([name, fact]) => countReading(fact, count(name), about)),
  ];
}

interface Question {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

/** Asks for metrics together, and one by one where the network has given up any of them. */
async function ask(
  account: Account,
  pin: string,
  question: Question,
  io: PlatformIo,
): Promise<Map<string, number>> {
  const { from, to, names } = question;
  const call = {
    method: 'get',
    path: `/pins/${encodeURIComponent(pin)}/analytics`,
    endpoint: '/pins/:pin/analytics',
    search: {
      start_date: instant(from).slice(0, 10),
      end_date: instant(to).slice(0, 10),
      metric_types: names.join(','),
      app_types: 'ALL',
      split_field: 'NO_SPLIT',
    },
    answer: PinAnalytics,
    timeoutSeconds: 30,
  } as const;
  const answer = await callPinterest(account, call, io);
  if (answer.outcome === 'answered') {
    const { summary_metrics: summary, lifetime_metrics: life } = answer.body['all'] ?? {};
    return new Map([...Object.entries(summary ?? {}), ...Object.entries(life ?? {})]);
  }
  const diagnosis = diagnosePinterest(answer, call, io);
  const { kind } = diagnosis.failure;
  if (kind === 'gone') return new Map();
  if (kind !== 'invalid') throw platformError(diagnosis);
  if (names.length === 1) return new Map();
  const parts: [string, number][] = [];
  for (const name of names) {
    parts.push(...(await ask(account, pin, { ...question, names: [name] }, io)));
  }
  return new Map(parts);
}

/** What is no whole number is an estimate, and not what was counted. */
function whole(value: number | undefined): number | undefined {
  return Number.isInteger(value) ? value : undefined;
}
