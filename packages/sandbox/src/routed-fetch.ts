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
 * @param routes - From the origin that the world knows to the origin that answers. Where several
 * networks share a name, as Google's do to renew tokens, they are asked in turn until one knows whose
 * request it is.
 */
export function routedFetch(
  routes: Readonly<Record<string, string | readonly string[]>>,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    const [last = origin, ...others] = [routes[origin] ?? []].flat().toReversed();
    for (const target of others.toReversed()) {
      const answer = await fetch(new Request(`${target}${pathname}${search}`, request.clone()));
      if (!strange.has(answer.status)) return answer;
    }
    return fetch(last === origin ? request : new Request(`${last}${pathname}${search}`, request));
  };
}

/** What a server says to those it does not know, and to whom it does nothing. */
const strange = new Set([400, 401, 403, 404]);
