/** An answer with everything that differs from run to run replaced by a name. */
export interface TranscriptEntry {
  readonly name: string;
  readonly status: number;
  readonly body: unknown;
  /** The budget that the answer tells of; with what is left and when to come back if it is a 429. */
  readonly rateLimit?: string;
}

/** What to ask a server. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly nsid: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly token?: string | undefined;
  readonly json?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

/** An answer's fields. */
type Answer = Readonly<Record<string, unknown>>;

/** From the name that stands for it to a value that differs from run to run. */
export type Secrets = (answer: Answer) => Readonly<Record<string, unknown>>;

/** A talk with one server that is written down, so that two servers' answers can be compared. */
export interface Conversation {
  readonly entries: readonly TranscriptEntry[];
  /** Asks and writes the answer down; `secrets` names what of it differs from run to run. */
  ask(name: string, question: Question, secrets?: Secrets): Promise<Answer>;
  /** Replaces a value that differs from run to run wherever it turns up. */
  hide(value: string, name: string): void;
}

/** Starts a talk with the server at an address. */
export function conversation(url: string): Conversation {
  const entries: TranscriptEntry[] = [];
  const hidden = new Map<string, string>();
  return {
    entries,
    hide: (value, name) => hidden.set(value, name),
    async ask(name, question, secrets = nothing) {
      const response = await fetch(address(url, question), init(question));
      const text = await response.text();
      const body = text.startsWith('{') ? (JSON.parse(text) as Answer) : {};
      for (const [stand, secret] of Object.entries(secrets(body)))
        hidden.set(String(secret), stand);
      const limit = rateLimitOf(response);
      entries.push({
        name,
        status: response.status,
        body: normalise(text.startsWith('{') ? body : text.length, hidden),
        ...(limit && { rateLimit: limit }),
      });
      return body;
    },
  };
}

function rateLimitOf({ status, headers }: Response): string | undefined {
  const policy = headers.get('ratelimit-policy');
  if (policy === null) return undefined;
  if (status !== 429) return policy;
  const reset = Number(headers.get('ratelimit-reset')) - Date.now() / 1000;
  const wait = Number(headers.get('retry-after'));
  // The two say the same, in seconds since the epoch and in seconds from now.
  const agreed = wait > 0 && Math.abs(reset - wait) < 3;
  return `${policy} remaining ${headers.get('ratelimit-remaining')} agreed ${agreed}`;
}

function nothing(): Readonly<Record<string, unknown>> {
  return {};
}

function address(url: string, { nsid, query = {} }: Question): string {
  const search = new URLSearchParams(query).toString();
  return `${url}/xrpc/${nsid}${search && `?${search}`}`;
}

function init({ method, token, json, bytes, type }: Question): RequestInit {
  const contentType = type ?? (json === undefined ? undefined : 'application/json');
  return {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(contentType !== undefined && { 'content-type': contentType }),
    },
    ...(bytes ? { body: bytes } : json === undefined ? {} : { body: JSON.stringify(json) }),
  };
}

// What a server makes up itself: commits, revisions, tokens and moments.
const madeUp: Readonly<Record<string, string>> = {
  rev: '<revision>',
  accessJwt: '<token>',
  refreshJwt: '<token>',
  token: '<token>',
  password: '<password>',
};
// Where an account's keys are differs between a server with and one without a real directory.
const left = new Set(['didDoc', 'emailConfirmed', 'email']);

function normalise(value: unknown, hidden: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    let text = value;
    for (const [secret, name] of hidden) text = text.replaceAll(secret, name);
    return text.replaceAll(/Commit was at \w+/g, 'Commit was at <commit>');
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((part) => normalise(part, hidden));
  const entries = Object.entries(value)
    .filter(([key]) => !left.has(key))
    .map(([key, part]) => {
      if (key === 'commit') return [key, '<commit>'];
      // Hundreds of results tell no more than their number.
      if (Array.isArray(part) && part.length > 100) return [key, part.length];
      return [key, madeUp[key] ?? normalise(part, hidden)];
    });
  return Object.fromEntries(entries);
}
