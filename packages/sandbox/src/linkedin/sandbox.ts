import { instant } from '@affiche/core';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { openAccount } from './accounts.ts';
import { commentsUnder, commentUrn } from './comments.ts';
import { type LinkedIn, secret } from './context.ts';
import { linkedInNetwork } from './network.ts';
import { postsOf } from './posts.ts';
import { linkedInAudience, linkedInDefaults, type LinkedInSettings } from './settings.ts';
import { linkedInTables } from './tables.ts';

/**
 * Starts a LinkedIn server on loopback: with versions that stop, texts that are cut at a stray
 * bracket, refusals that name a duplicate, and posts that are taken and thrown out later.
 *
 * A handle such as `in/camille` makes a member, who may post and not look; any other an organization.
 *
 * ```ts
 * import { simulatedClock } from '@affiche/core';
 * import { linkedinSandbox } from '@affiche/sandbox';
 *
 * const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
 * await using server = await linkedinSandbox({ clock, seed: 'readme' });
 * const { credentials } = server.createAccount({ handle: 'company/bakery' });
 * const headers = {
 *   authorization: `Bearer ${credentials['accessToken']}`,
 *   'linkedin-version': '202511',
 * };
 * const answer = await fetch(`${server.url}/rest/organizationAcls`, { headers });
 * answer.status; // => 426
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function linkedinSandbox(
  options: SandboxOptions<LinkedInSettings> = {},
): Promise<Sandbox<LinkedInSettings>> {
  return startSandbox(
    {
      tables: linkedInTables,
      settings: linkedInDefaults,
      audience: linkedInAudience,
      network: linkedInNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(
  linkedIn: LinkedIn,
  { handle, password = secret(linkedIn, `password ${handle}`), followers = 0 }: NewAccount,
): SandboxAccount {
  const { urn, token, refreshToken } = openAccount(linkedIn, handle, followers);
  return {
    id: urn,
    handle,
    password,
    credentials: {
      accessToken: token,
      refreshToken,
      clientId: 'sandbox',
      clientSecret: secret(linkedIn, 'application'),
    },
  };
}

/** Posts, each followed by what its author said under it. */
function posts(linkedIn: LinkedIn, accountId: string): SandboxPost[] {
  return postsOf(linkedIn, accountId).flatMap((post) => [
    { id: post.urn, url: url(post.urn), text: post.text, publishedAt: instant(post.publishedAt) },
    ...commentsUnder(linkedIn, post)
      .filter(({ actor }) => actor === accountId)
      .map((comment) => ({
        id: commentUrn(comment),
        url: url(post.urn),
        text: comment.text,
        publishedAt: instant(comment.at),
        inReplyTo: comment.parent ?? post.urn,
      })),
  ]);
}

function url(urn: string): string {
  return `https://www.linkedin.com/feed/update/${urn}/`;
}
