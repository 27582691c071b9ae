import { instant } from '@affiche/core';
import { mastodonAudience } from '../audience/profile.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { findAccountNamed, insertAccount } from './accounts.ts';
import { allComments } from './comments.ts';
import type { WordPress } from './context.ts';
import { wordPressNetwork } from './network.ts';
import { postsOf } from './post-routes.ts';
import { linkOf, textOf } from './post-views.ts';
import { wordPressDefaults, type WordPressSandboxSettings } from './settings.ts';
import { wordPressTables } from './tables.ts';

/**
 * Starts a blog on loopback that speaks the REST API of WordPress, with simulated readers who comment,
 * and with faults. An account is a user, and its id the user's name.
 *
 * ```ts
 * import { wordpressSandbox } from '@affiche/sandbox';
 *
 * await using server = await wordpressSandbox({ seed: 'readme' });
 * const { id, password } = server.createAccount({ handle: 'baker', followers: 900 });
 * const answer = await fetch(`${server.url}/wp-json/wp/v2/posts`, {
 *   method: 'POST',
 *   headers: { authorization: `Basic ${btoa(`baker:${password}`)}` },
 *   body: new URLSearchParams({ title: 'The galette is back', status: 'publish' }),
 * });
 * answer.status; // => 201
 * server.posts(id).length; // => 1
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function wordpressSandbox(
  options: SandboxOptions<WordPressSandboxSettings> = {},
): Promise<Sandbox<WordPressSandboxSettings>> {
  return startSandbox(
    {
      tables: wordPressTables,
      settings: wordPressDefaults,
      audience: mastodonAudience,
      network: wordPressNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(
  wordPress: WordPress,
  { handle, password: given, followers = 0 }: NewAccount,
): SandboxAccount {
  const known = findAccountNamed(wordPress, handle);
  const { username, password } = known ?? insertAccount(wordPress, handle, followers, given);
  const credentials = { username, applicationPassword: password };
  return { id: username, handle: username, password, credentials };
}

/** Posts that readers see, and what the user commented under them. */
function posts(wordPress: WordPress, accountId: string): SandboxPost[] {
  const account = findAccountNamed(wordPress, accountId);
  if (!account) return [];
  const comments = allComments(wordPress).filter(({ author }) => author === account.id);
  return [
    ...postsOf(wordPress, account).map((post) => ({
      id: String(post.id),
      url: linkOf(wordPress, post),
      text: wordsOf(textOf(post.fields['content'])),
      publishedAt: instant(post.publishedAt ?? post.createdAt),
    })),
    ...comments.toReversed().map(({ id, post, content, at, parent }) => ({
      id: `${post.id}#comment-${id}`,
      url: `${linkOf(wordPress, post)}#comment-${id}`,
      text: wordsOf(content),
      publishedAt: instant(at),
      inReplyTo: parent === 0 ? String(post.id) : `${post.id}#comment-${parent}`,
    })),
  ];
}

/** What people read of HTML. */
function wordsOf(html: string): string {
  const text = html.replaceAll(/<[^>]*>/g, '').trim();
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replaceAll(
    /&(?:#(?<code>\d{1,5})|(?<name>lt|gt|quot|amp));/g,
    (_, code: string | undefined, name = '') =>
      code === undefined ? (entities[name] ?? '') : String.fromCharCode(Number(code)),
  );
}
