import type { Account } from '../meta/profiles.ts';
import { type Container, type ContainerFields, requireContainer, statusOf } from './containers.ts';
import { graphError, invalidParameter } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import type { Threads } from './context.ts';
import { followersNow } from './followers.ts';
import { publishedSince } from './posts.ts';

const day = 86_400_000;

/** Makes a post of a container; gives back its id. */
export function publish(threads: Threads, account: Account, id: string): string {
  const { database } = threads;
  const container = requireContainer(threads, id, account.id);
  requireReady(threads, container);
  requireRoom(threads, account, container);
  const post = insertPost(threads, account, container.fields, id);
  database.run('UPDATE container SET post = ? WHERE id = ?', post, id);
  return post;
}

/** Shows a post again, as the account's own; gives back the id of the repost. */
export function repost(threads: Threads, account: Account, id: string): string {
  const fields = { media_type: 'REPOST_FACADE', reposted_post: id };
  return insertPost(threads, account, fields, `repost ${id}`);
}

function insertPost(
  threads: Threads,
  account: Account,
  fields: ContainerFields,
  purpose: string,
): string {
  const { database, clock } = threads;
  const post = freshId(threads, 'post', purpose);
  database.run(
    'INSERT INTO post (id, account, fields, reply_to, followers, published_at) VALUES (?, ?, ?, ?, ?, ?)',
    post,
    account.id,
    JSON.stringify(fields),
    fields['reply_to_id'] ?? null,
    followersNow(threads, account),
    clock.now(),
  );
  return post;
}

function requireReady(threads: Threads, container: Container): void {
  const { clock, settings } = threads;
  const status = statusOf(threads, container);
  if (container.fields['is_carousel_item'] === 'true') {
    throw invalidParameter('a carousel item is published with its carousel');
  }
  if (status === 'PUBLISHED') throw invalidParameter('The container is published already.');
  if (status === 'EXPIRED' || status === 'ERROR') throw invalidParameter(`container is ${status}`);
  const lag = clock.now() < container.readyAt + settings.notFoundSeconds * 1000;
  if (status !== 'FINISHED' || lag || container.trouble === 'media-lost') {
    // Said for a while even of a container that was FINISHED when somebody asked.
    throw graphError({ message: 'Media Not Found', code: 24, subcode: 4279009 });
  }
}

function requireRoom(threads: Threads, account: Account, { fields }: Container): void {
  const { clock, settings } = threads;
  const replies = fields['reply_to_id'] !== undefined;
  const used = publishedSince(threads, account.id, { replies, since: clock.now() - day });
  if (used < (replies ? settings.repliesPerDay : settings.postsPerDay)) return;
  const message = 'The user has reached the maximum number of posts in 24 hours.';
  throw graphError({ message, code: 9, subcode: 2207042 });
}

/** How much of its day an account has used. */
export function quotaView(threads: Threads, account: Account) {
  const { clock, settings, database } = threads;
  const since = clock.now() - day;
  return {
    quota_usage: publishedSince(threads, account.id, { replies: false, since }),
    config: config(settings.postsPerDay),
    reply_quota_usage: publishedSince(threads, account.id, { replies: true, since }),
    reply_config: config(settings.repliesPerDay),
    delete_quota_usage: deletionsSince({ database }, account.id, since),
    delete_config: config(settings.deletesPerDay),
  };
}

function config(total: number) {
  return { quota_total: total, quota_duration: day / 1000 };
}

/** Takes a post down. */
export function remove(threads: Threads, account: Account, id: string): void {
  const { database, clock, settings } = threads;
  if (deletionsSince(threads, account.id, clock.now() - day) >= settings.deletesPerDay) {
    throw graphError({ message: 'Too many deletions in 24 hours.', code: 32 });
  }
  database.run('UPDATE post SET removed_at = ? WHERE id = ?', clock.now(), id);
  database.run('INSERT INTO deletion (account, at) VALUES (?, ?)', account.id, clock.now());
}

function deletionsSince({ database }: Pick<Threads, 'database'>, account: string, since: number) {
  const row = database.one(
    'SELECT count(*) AS number FROM deletion WHERE account = ? AND at > ?',
    account,
    since,
  );
  return Number(row?.['number'] ?? 0);
}
