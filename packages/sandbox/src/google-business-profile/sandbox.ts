import { instant } from '@affiche/core';
import { keptPosts, keptPostTable } from '../kept-posts.ts';
import { nextNumber, openPerson, peopleTables } from '../people.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import type { Business } from './context.ts';
import { businessNetwork } from './network.ts';
import { postView, stateOf } from './posts.ts';
import { replyTable } from './review-routes.ts';
import {
  businessAudience,
  businessDefaults,
  type GoogleBusinessProfileSandboxSettings,
} from './settings.ts';

/**
 * Starts a Google Business Profile server on loopback: posts that are looked at before they are shown,
 * and rejected where they hold a telephone number, and reviews that can be answered.
 *
 * ```ts
 * import { googleBusinessProfileSandbox } from '@affiche/sandbox';
 *
 * await using server = await googleBusinessProfileSandbox({ seed: 'readme' });
 * const { id } = server.createAccount({ handle: 'bakery' });
 * id; // => 'accounts/1000001/locations/1000002'
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function googleBusinessProfileSandbox(
  options: SandboxOptions<GoogleBusinessProfileSandboxSettings> = {},
): Promise<Sandbox<GoogleBusinessProfileSandboxSettings>> {
  return startSandbox(
    {
      tables: `${peopleTables}${keptPostTable}${replyTable}`,
      settings: businessDefaults,
      audience: businessAudience,
      network: businessNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(business: Business, account: NewAccount): SandboxAccount {
  const known = business.database.one('SELECT id FROM account WHERE handle = ?', account.handle);
  const id = known
    ? String(known['id'])
    : `accounts/${nextNumber(business)}/locations/${nextNumber(business)}`;
  return openPerson(business, account, id);
}

/** What readers see. */
function posts(business: Business, account: string): SandboxPost[] {
  return keptPosts(business, account)
    .filter((post) => stateOf(business, post) === 'LIVE')
    .map((post) => ({
      id: post.id,
      url: postView(business, post).searchUrl,
      text: String(post.fields['summary']),
      publishedAt: instant(post.createdAt),
    }));
}
