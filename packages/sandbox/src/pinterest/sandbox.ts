import { instant } from '@affiche/core';
import type { Sandbox, SandboxOptions, SandboxPost } from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { openAccount } from './accounts.ts';
import type { Pinterest } from './context.ts';
import { pinterestNetwork } from './network.ts';
import { pinsOf } from './pins.ts';
import { pinterestAudience, pinterestDefaults, type PinterestSandboxSettings } from './settings.ts';
import { pinterestTables } from './tables.ts';

/**
 * Starts a Pinterest server on loopback: with boards and sections, films that are sent to a store of
 * their own, pins that may be made twice, and lists that may lag behind. An account begins with one
 * board.
 *
 * ```ts
 * import { pinterestSandbox } from '@affiche/sandbox';
 *
 * await using server = await pinterestSandbox({ seed: 'readme' });
 * const { credentials } = server.createAccount({ handle: 'bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const answer = await fetch(`${server.url}/v5/boards`, { headers });
 * answer.headers.get('x-ratelimit-remaining'); // => '999'
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function pinterestSandbox(
  options: SandboxOptions<PinterestSandboxSettings> = {},
): Promise<Sandbox<PinterestSandboxSettings>> {
  return startSandbox(
    {
      tables: pinterestTables,
      settings: pinterestDefaults,
      audience: pinterestAudience,
      network: pinterestNetwork,
      createAccount: openAccount,
      posts,
    },
    options,
  );
}

function posts(pinterest: Pinterest, accountId: string): SandboxPost[] {
  return pinsOf(pinterest, accountId).map(({ id, fields, createdAt }) => ({
    id,
    url: `https://www.pinterest.com/pin/${id}/`,
    text: textOf(fields['description']) || textOf(fields['title']),
    publishedAt: instant(createdAt),
  }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
