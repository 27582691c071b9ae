import { invalidParameter } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import type { Account } from '../meta/profiles.ts';
import { type Container, requireContainer, statusOf } from './containers.ts';
import { type Instagram, refusal } from './context.ts';
import { followersNow, publishedSince } from './posts.ts';

const day = 86_400_000;

/** Makes a post of a container; gives back its id. */
export function publish(instagram: Instagram, account: Account, id: string): string {
  const { database, clock } = instagram;
  const container = requireContainer(instagram, id, account.id);
  requireReady(instagram, container);
  const { quota_usage: used, config } = quotaView(instagram, account);
  if (used >= config.quota_total) {
    throw refusal(9, 2_207_042, 'The account published all it may in 24 hours.');
  }
  const post = freshId(instagram, 'post', id);
  database.run(
    'INSERT INTO post (id, account, fields, followers, published_at) VALUES (?, ?, ?, ?, ?)',
    post,
    account.id,
    JSON.stringify(container.fields),
    followersNow(instagram, account),
    clock.now(),
  );
  database.run('UPDATE container SET post = ? WHERE id = ?', post, id);
  return post;
}

function requireReady(instagram: Instagram, container: Container): void {
  const { clock, settings } = instagram;
  const { fields, readyAt, trouble } = container;
  const status = statusOf(instagram, container);
  if (fields['is_carousel_item'] === 'true') {
    throw invalidParameter('a carousel item is published with its carousel');
  }
  if (status === 'PUBLISHED') throw invalidParameter('The container is published already.');
  if (status === 'EXPIRED') throw refusal(-2, 2_207_020, 'The media has expired.');
  if (status === 'ERROR') throw invalidParameter('The container failed.');
  if (status !== 'FINISHED' || readyAt === null) {
    throw refusal(9007, 2_207_027, 'The media is not ready for publishing.');
  }
  if (clock.now() < readyAt + settings.notFoundSeconds * 1000 || trouble === 'media-lost') {
    // Said for a while even of a container that was FINISHED when somebody asked.
    throw refusal(24, 2_207_006, 'Media Not Found');
  }
  checkChildren(instagram, container);
}

function checkChildren(instagram: Instagram, { fields, account }: Container): void {
  for (const id of (fields['children'] ?? '').split(',').filter((each) => each !== '')) {
    const status = statusOf(instagram, requireContainer(instagram, id, account));
    if (status !== 'FINISHED') throw refusal(9007, 2_207_027, `The item ${id} is ${status}.`);
  }
}

/** How much of its day an account has used. */
export function quotaView(instagram: Instagram, { id }: Account) {
  const { clock, settings } = instagram;
  return {
    quota_usage: publishedSince(instagram, id, clock.now() - day),
    config: { quota_total: settings.postsPerDay, quota_duration: day / 1000 },
  };
}
