import { type Clock, epochMilliseconds, type Failure, instant } from '@affiche/core';

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
  | 'throw-after'
  | 'hang-before'
  | 'hang-after'
  | 'late';

/** A post on a model network. */
export interface ModelPost {
  readonly id: string;
  /** The publication and item that it came from, whatever text it has. */
  readonly intent: string;
  readonly account: string;
  readonly text: string;
  readonly key: string;
  readonly container: string | undefined;
  readonly parent: string | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** A request to make a post. */
export type ModelRequest = Omit<ModelPost, 'id' | 'createdAt' | 'container'> & {
  readonly container?: string | undefined;
};

/** How a model network behaves. */
export interface ModelNetworkOptions {
  readonly clock: Clock;
  readonly recognition: ModelRecognition;
  /** For how long it recognises a key, in seconds. */
  readonly keyWindowSeconds?: number;
  /** How long a post is missing from listings, in seconds. */
  readonly listingLagSeconds?: number;
  /** How long after the timeout a `late` request still takes effect, in seconds. */
  readonly lateSeconds?: number;
  /** Decides what goes wrong with each request; without it, `faults` says so, one after the other. */
  readonly decide?: (request: ModelRequest) => ModelFault;
}

/** What an answer of a model network is: a post, or why there is none that we know of. */
export type ModelAnswer =
  | { readonly post: ModelPost }
  | { readonly refused: Failure }
  | { readonly unclear: Failure };

/** A network in memory that forgets nothing: the judge of whether a post went out once. */
export interface ModelNetwork {
  readonly options: ModelNetworkOptions;
  /** Everything visible, oldest first. */
  readonly posts: ModelPost[];
  /** How many requests to post arrived. */
  readonly requests: () => number;
  /** What goes wrong with the next requests. */
  readonly faults: ModelFault[];
  /** Credentials given out so far; only the newest token is good. */
  tokens: number;
  post(request: ModelRequest, signal: AbortSignal | undefined): Promise<ModelAnswer>;
  remove(id: string): void;
  /** Own posts as a listing shows them: late by the lag. */
  list(account: string): ModelPost[];
}

/** Makes an empty network. */
export function modelNetwork(options: ModelNetworkOptions): ModelNetwork {
  const { clock, recognition, keyWindowSeconds = 3600, listingLagSeconds = 0 } = options;
  const posts: ModelPost[] = [];
  const keys = new Map<string, ModelPost>();
  const faults: ModelFault[] = [];
  let requests = 0;
  let made = 0;

  function commit(request: ModelRequest): ModelPost {
    const known = recognition === 'client-key' ? keys.get(request.key) : undefined;
    if (known && clock.now() - known.createdAt < keyWindowSeconds * 1000) return known;
    made += 1;
    const id = recognition === 'evidence' ? request.key : `post-${made}`;
    const post = { container: undefined, ...request, id, createdAt: clock.now() };
    posts.push(post);
    keys.set(request.key, post);
    return post;
  }

  return {
    options,
    posts,
    faults,
    tokens: 0,
    requests: () => requests,
    async post(request, signal) {
      requests += 1;
      const fault = options.decide?.(request) ?? faults.shift() ?? 'none';
      switch (fault) {
        case 'none':
          return { post: commit(request) };
        case 'not-sent':
          return { refused: { kind: 'not-sent', message: 'the connection was refused' } };
        case 'refused':
          return { refused: { kind: 'invalid', message: 'the text is not allowed', status: 422 } };
        case 'throttled':
          return { refused: throttled(clock) };
        case 'token-expired':
          return {
            refused: { kind: 'auth-expired', message: 'the token has expired', status: 401 },
          };
        case 'cut-before':
          return { unclear: cut };
        case 'cut-after':
          commit(request);
          return { unclear: cut };
        case 'error-before':
          return { unclear: serverError };
        case 'error-after':
          commit(request);
          return { unclear: serverError };
        case 'throw-after':
          commit(request);
          throw new TypeError('fetch failed');
        case 'hang-before':
          return hang(signal);
        case 'hang-after':
          commit(request);
          return hang(signal);
        case 'late':
        default:
          void commitLater(clock, options.lateSeconds ?? 0, signal, () => commit(request));
          return hang(signal);
      }
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
}

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

const cut: Failure = { kind: 'unknown', message: 'the connection was cut' };
const serverError: Failure = { kind: 'unknown', message: 'the server failed', status: 500 };

function throttled(clock: Clock): Failure {
  const retryAt = instant(clock.now() + 30_000);
  return { kind: 'rate-limited', message: 'too many requests', status: 429, retryAt };
}

function hang(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

async function commitLater(
  clock: Clock,
  seconds: number,
  signal: AbortSignal | undefined,
  commit: () => void,
): Promise<void> {
  await hang(signal).catch(() => undefined);
  await clock.sleep(seconds);
  commit();
}

/** Whether a post could be the effect of a request armed at that moment. */
export function isSince(post: ModelPost, armedAt: string): boolean {
  return post.createdAt >= epochMilliseconds(armedAt);
}
