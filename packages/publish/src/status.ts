import { epochMilliseconds, type Instant, instant, type WallTime } from '@affiche/core';
import type { Entry, PostRecord, PublicationState } from './outbox/entry.ts';
import type { Pause } from './outbox/outbox.ts';
import type { RunnerContext } from './runner/context.ts';

/** Where one publication stands. */
export interface PublicationStatus {
  readonly id: string;
  /** The account key. */
  readonly account: string;
  readonly state: PublicationState;
  /** The time on the wall that it was planned for. */
  readonly wall: WallTime;
  /** The same as a moment, by the time zone data it was last resolved with. */
  readonly at: Instant;
  /** When a worker looks at it next. */
  readonly nextAt?: Instant;
  /** The posts that are out, by draft item. */
  readonly posts: readonly {
    readonly item: number;
    readonly id: string;
    readonly url?: string;
    readonly publishedAt: Instant;
  }[];
  /** Why it stands there, in one sentence. */
  readonly note?: string;
}

/** Where everything stands. */
export interface PublishStatus {
  readonly counts: Readonly<Record<PublicationState, number>>;
  readonly publications: readonly PublicationStatus[];
  /** What of that is stopped, since when, by whom and why; other accounts' and clients' stops are not told. */
  readonly pauses: readonly {
    readonly scope: string;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  }[];
}

/** Which publications a status is about. Everything given must hold. */
export interface StatusFilter {
  /** An account key. */
  readonly account?: string;
  readonly client?: string;
  readonly states?: readonly PublicationState[];
  /** Lists so many at the most, in order of time; all are counted. */
  readonly limit?: number;
  /** Lists what comes after this one, the last of the page before. */
  readonly after?: Pick<PublicationStatus, 'at' | 'id'>;
}

/** Reads where everything stands. */
export async function readStatus(
  context: RunnerContext,
  filter: StatusFilter,
): Promise<PublishStatus> {
  const { outbox } = context;
  const { after, ...page } = filter;
  const entries = await outbox.list({
    ...page,
    ...(after && { after: { dueAt: epochMilliseconds(after.at), id: after.id } }),
  });
  const counts = await outbox.count(page);
  const publications = await describeEntries(context, entries);
  const pauses: Pause[] = [];
  for (const pause of await outbox.pauses()) {
    if (await concerns(context, filter, pause)) pauses.push(pause);
  }
  return {
    counts: { ...none, ...counts },
    publications,
    pauses: pauses.map(({ scope, at, by, reason }) => ({ scope, at: instant(at), by, reason })),
  };
}

/** Whether a stop is about an account or a client. Why somebody else was stopped is told to nobody. */
async function concerns(
  { outbox }: RunnerContext,
  { account, client }: StatusFilter,
  { scope }: Pause,
): Promise<boolean> {
  if (scope === '*' || (account ?? client) === undefined) return true;
  const name = scope.slice(scope.indexOf(':') + 1);
  const isClient = scope.startsWith('client:');
  if (isClient && client !== undefined) return name === client;
  if (!isClient && account !== undefined) return name === account;
  const counts = await outbox.count({
    ...(account !== undefined && { account }),
    ...(client !== undefined && { client }),
    ...(isClient ? { client: name } : { account: name }),
  });
  return Object.values(counts).some((count) => count > 0);
}

/** Tells of publications what a person wants to know. */
export async function describeEntries(
  { outbox }: RunnerContext,
  entries: readonly Entry[],
): Promise<PublicationStatus[]> {
  const publications = entries.map(({ publication }) => publication.id);
  const posts = await outbox.posts({ publications });
  const theirs = Map.groupBy(posts, ({ publication }) => publication);
  return entries.map((entry) => describe(entry, theirs.get(entry.publication.id) ?? []));
}

function describe(entry: Entry, posts: readonly PostRecord[]): PublicationStatus {
  return {
    id: entry.publication.id,
    account: entry.account,
    state: entry.state,
    wall: entry.publication.at,
    at: instant(entry.dueAt),
    ...(entry.nextAt === undefined ? {} : { nextAt: instant(entry.nextAt) }),
    posts: posts.map(describePost),
    ...(entry.note === undefined ? {} : { note: entry.note }),
  };
}

function describePost({
  item,
  id,
  url,
  publishedAt,
}: PostRecord): PublicationStatus['posts'][number] {
  const where = url === undefined ? {} : { url };
  return { item, id, ...where, publishedAt: instant(publishedAt) };
}

const none: Record<PublicationState, number> = {
  planned: 0,
  publishing: 0,
  published: 0,
  partial: 0,
  'rolling-back': 0,
  'rolled-back': 0,
  parked: 0,
  failed: 0,
  cancelled: 0,
  missed: 0,
};
