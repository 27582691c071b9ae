import { type Clock, epochMilliseconds, instant } from '@affiche/core';
import { z } from 'zod';

/** How a repeat is recognised on a model network, as in a step. */
export type ModelRecognition = 'client-key' | 'handle' | 'evidence' | 'lookup' | 'none';

/**
 * What may go wrong with one request, named for where it hurts: `before` and `after` are on the two
 * sides of the moment at which the post becomes visible.
 */
export type ModelFault =
  | 'none'
  | 'not-sent'
  | 'refused'
  | 'throttled'
  | 'token-expired'
  | 'cut-before'
  | 'cut-after'
  | 'error-before'
  | 'error-after'
  | 'nonsense-after'
  | 'hang-before'
  | 'hang-after'
  | 'late';

/** A request to make a post. */
export const ModelRequest = z.object({
  account: z.string(),
  intent: z.string(),
  text: z.string(),
  key: z.string(),
  container: z.string().optional(),
  parent: z.string().optional(),
  token: z.string().optional(),
});
/** A request to make a post. */
export type ModelRequest = z.infer<typeof ModelRequest>;

/** A post on a model network. */
export interface ModelPost extends ModelRequest {
  readonly id: string;
  /** Milliseconds since the epoch, by the network's own clock. */
  readonly createdAt: number;
}

/** How a model network behaves. */
export interface ModelNetworkOptions {
  /** The network's own clock. */
  readonly clock: Clock;
  readonly recognition: ModelRecognition;
  /** For how long it recognises a key, in seconds. */
  readonly keyWindowSeconds?: number;
  /** How long a post is missing from listings, in seconds. */
  readonly listingLagSeconds?: number;
  /** How long a request travels and is worked on before it takes effect, in seconds. */
  readonly latencySeconds?: (request: ModelRequest) => number;
  /** How much longer a `late` request takes, in seconds. */
  readonly lateSeconds?: number;
  /** Whether it asks for a token, which the adapter's `authenticate` gets. */
  readonly login?: boolean;
  /** Decides what goes wrong with each request; without it, `faults` says so, one after the other. */
  readonly decide?: (request: ModelRequest) => ModelFault;
}

/** A network in memory that forgets nothing: the judge of whether a post went out once. */
export interface ModelNetwork {
  readonly options: ModelNetworkOptions;
  /** Everything visible, oldest first. */
  readonly posts: ModelPost[];
  /** How many requests to post arrived. */
  readonly requests: () => number;
  /** What goes wrong with the next requests. */
  readonly faults: ModelFault[];
  /** How many tokens it has given out. */
  readonly logins: () => number;
  /** Gives an account a token, and forgets the one that it had. */
  logIn(account: string): string;
  /** Makes the tokens of an account worthless, or all of them. */
  expireTokens(account?: string): void;
  /** The way in, as a client has it. What the server began goes on when the client has gone. */
  readonly fetch: typeof fetch;
  remove(id: string): void;
  /** Own posts as a listing shows them: late by the lag. */
  list(account: string): ModelPost[];
}

/** Makes an empty network. */
export function modelNetwork(options: ModelNetworkOptions): ModelNetwork {
  const { clock, recognition, keyWindowSeconds = 3600, listingLagSeconds = 0 } = options;
  const posts: ModelPost[] = [];
  const keys = new Map<string, ModelPost>();
  const tokens = new Map<string, string>();
  const faults: ModelFault[] = [];
  let requests = 0;
  let made = 0;
  let logins = 0;

  function commit(request: ModelRequest): ModelPost {
    const known = recognition === 'client-key' ? keys.get(request.key) : undefined;
    if (known && clock.now() - known.createdAt < keyWindowSeconds * 1000) return known;
    made += 1;
    const id = recognition === 'evidence' ? request.key : `post-${made}`;
    const post = { ...request, id, createdAt: clock.now() };
    posts.push(post);
    keys.set(request.key, post);
    return post;
  }

  async function serve(request: ModelRequest): Promise<Response> {
    requests += 1;
    const fault = options.decide?.(request) ?? faults.shift() ?? 'none';
    if (fault === 'not-sent') throw new TypeError('connection refused');
    await travel(options.latencySeconds?.(request) ?? 0);
    const known = tokens.get(request.account);
    const isOutdated = options.login === true && (known === undefined || request.token !== known);
    const refusal = refusals[isOutdated ? 'token-expired' : fault];
    if (refusal) return answer(refusal, refusal.status);
    if (fault === 'throttled') {
      const retryAt = instant(clock.now() + 30_000);
      return answer({ kind: 'rate-limited', message: 'too many requests', retryAt }, 429);
    }
    if (fault === 'cut-before') throw new TypeError('the connection was cut');
    if (fault === 'error-before') return answer({ message: 'the server failed' }, 500);
    if (fault === 'hang-before') return forever();
    if (fault === 'late') await travel(options.lateSeconds ?? 0);
    const post = commit(request);
    if (fault === 'cut-after') throw new TypeError('the connection was cut');
    if (fault === 'error-after') return answer({ message: 'the server failed' }, 500);
    if (fault === 'hang-after' || fault === 'late') return forever();
    if (fault === 'nonsense-after') return new Response('<!doctype html>', { status: 200 });
    await travel(options.latencySeconds?.(request) ?? 0);
    return answer({ id: post.id }, 200);
  }

  const travel = async (seconds: number) => {
    if (seconds > 0) await clock.sleep(seconds);
  };

  const answer = (body: object, status: number) =>
    Response.json(body, { status, headers: { date: new Date(clock.now()).toUTCString() } });

  const network: ModelNetwork = {
    options,
    posts,
    faults,
    requests: () => requests,
    logins: () => logins,
    logIn(account) {
      logins += 1;
      const token = `token-${logins}`;
      tokens.set(account, token);
      return token;
    },
    expireTokens(account) {
      if (account === undefined) tokens.clear();
      else tokens.delete(account);
    },
    async fetch(_input, init) {
      if (init?.body === undefined) return answer({}, 200);
      const request = ModelRequest.parse(
        JSON.parse(typeof init?.body === 'string' ? init.body : '{}'),
      );
      const served = serve(request);
      served.catch(() => undefined);
      return Promise.race([served, gone(init?.signal ?? undefined)]);
    },
    remove(id) {
      const index = posts.findIndex((post) => post.id === id);
      if (index >= 0) posts.splice(index, 1);
    },
    list: (account) =>
      posts.filter(
        (post) =>
          post.account === account && post.createdAt <= clock.now() - listingLagSeconds * 1000,
      ),
  };
  return network;
}

const refusals: Readonly<
  Partial<Record<ModelFault, { kind: string; message: string; status: number }>>
> = {
  refused: { kind: 'invalid', message: 'the text is not allowed', status: 422 },
  'token-expired': { kind: 'auth-expired', message: 'the token has expired', status: 401 },
};

/** What a network's posts say about a list of intents: which are missing, which are there twice. */
export function auditPosts(
  posts: readonly ModelPost[],
  intents: readonly string[],
): { readonly missing: string[]; readonly doubled: string[] } {
  const byIntent = Map.groupBy(posts, ({ intent }) => intent);
  return {
    missing: intents.filter((intent) => !byIntent.has(intent)),
    doubled: [...byIntent].flatMap(([intent, found]) => (found.length > 1 ? [intent] : [])),
  };
}

function gone(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason as Error);
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}

/** Whether a post could be the effect of a request armed at that moment. */
export function isSince(post: ModelPost, armedAt: string): boolean {
  return post.createdAt >= epochMilliseconds(armedAt);
}
