import { z } from 'zod';

/** An account on a network: where posts go out, and whose client it is. */
export const Account = z.object({
  /** The platform's id in the registry: `bluesky`. */
  platform: z.string().min(1),
  /** The platform's own identifier of the account: a DID, a number, a user name. */
  id: z.string().min(1),
  /** The server, where the network has several: `mastodon.social`. */
  host: z.string().min(1).optional(),
  /** What people read: `@bakery@mastodon.social`. */
  handle: z.string().min(1).optional(),
  /** The agency's client that the account belongs to. */
  client: z.string().min(1).optional(),
});
/** An account on a network: where posts go out, and whose client it is. */
export type Account = z.infer<typeof Account>;

/**
 * The one text that names an account everywhere: in the outbox, in budgets, in readings.
 *
 * ```ts
 * import { accountKey } from '@affiche/core';
 *
 * const key = accountKey({ platform: 'mastodon', id: '42', host: 'mastodon.social' });
 * key; // => 'mastodon:42@mastodon.social'
 * ```
 */
export function accountKey({ platform, id, host }: Account): string {
  return host === undefined ? `${platform}:${id}` : `${platform}:${id}@${host}`;
}
