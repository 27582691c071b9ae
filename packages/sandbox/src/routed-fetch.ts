/**
 * A `fetch` for which a sandbox stands in place of a real server, so that accounts, addresses and
 * reports can carry the real names. Everything that has no route goes where it says.
 *
 * ```ts
 * import { mastodonSandbox, routedFetch } from '@affiche/sandbox';
 *
 * await using server = await mastodonSandbox({ publicUrl: 'https://mastodon.example' });
 * const fetch = routedFetch({ 'https://mastodon.example': server.url });
 * const answer = await fetch('https://mastodon.example/api/v2/instance');
 * answer.status; // => 200
 * ```
 *
 * @param routes - From the origin that the world knows to the origin that answers.
 */
export function routedFetch(
  routes: Readonly<Record<string, string>>,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): typeof globalThis.fetch {
  return (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    const target = routes[origin];
    return fetch(
      target === undefined ? request : new Request(`${target}${pathname}${search}`, request),
    );
  };
}
