import { instant } from '@affiche/core';
import { mastodonAudience } from '../audience/profile.ts';
import { keptPosts, keptPostTable } from '../kept-posts.ts';
import { openPerson, peopleTables } from '../people.ts';
import type { Sandbox, SandboxOptions } from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { snapchatNetwork } from './network.ts';
import { mediaTable } from './routes.ts';
import { snapchatDefaults, type SnapchatSandboxSettings } from './settings.ts';

/**
 * Starts a Snapchat server on loopback: files that come locked and in parts and are opened when they
 * are closed, stories and spotlights.
 *
 * ```ts
 * import { snapchatSandbox } from '@affiche/sandbox';
 *
 * await using server = await snapchatSandbox({ seed: 'readme' });
 * server.createAccount({ handle: 'bakery' }).id; // => 'profile-bakery'
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function snapchatSandbox(
  options: SandboxOptions<SnapchatSandboxSettings> = {},
): Promise<Sandbox<SnapchatSandboxSettings>> {
  return startSandbox(
    {
      tables: `${peopleTables}${keptPostTable}${mediaTable}`,
      settings: snapchatDefaults,
      audience: mastodonAudience,
      network: snapchatNetwork,
      createAccount: (snapchat, account) =>
        openPerson(snapchat, account, `profile-${account.handle}`),
      posts: (snapchat, account) =>
        keptPosts(snapchat, account).map(({ id, kind, fields, createdAt }) => ({
          id,
          url: `https://www.snapchat.com/${kind}/${id}`,
          text: typeof fields['description'] === 'string' ? fields['description'] : '',
          publishedAt: instant(createdAt),
        })),
    },
    options,
  );
}
