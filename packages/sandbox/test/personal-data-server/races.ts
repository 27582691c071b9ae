import { signUp } from './accounts.ts';
import { conversation } from './conversation.ts';

/** How six requests that come at once are answered: how many with each status. */
export interface RaceOutcome {
  readonly create: Readonly<Record<number, number>>;
  readonly put: Readonly<Record<number, number>>;
  /** How many versions the puts told of. */
  readonly versions: number;
}

/** Sends the same creation, and then the same put, six times at once. */
export async function raceOn(url: string): Promise<RaceOutcome> {
  const { did: repo, accessJwt } = await signUp(conversation(url), 'rick');
  const send = async (method: string, rkey: string) => {
    const response = await fetch(`${url}/xrpc/com.atproto.repo.${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessJwt}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        repo,
        collection: 'app.bsky.feed.post',
        rkey,
        record: { text: 'hello', createdAt: '2026-11-21T20:06:42.426Z' },
      }),
    });
    const { cid } = (await response.json()) as { cid?: string };
    return { status: response.status, cid };
  };
  const six = (method: string, rkey: string) =>
    Promise.all(Array.from({ length: 6 }, () => send(method, rkey)));
  const created = await six('createRecord', '3mzzzzzzzzy22');
  const put = await six('putRecord', '3mzzzzzzzzy33');
  return {
    create: tally(created),
    put: tally(put),
    versions: new Set(put.map(({ cid }) => cid)).size,
  };
}

function tally(answers: readonly { readonly status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
