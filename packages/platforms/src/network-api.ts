import type { Account, Instant, PlatformIo, RateObservation } from '@affiche/core';
import { z } from 'zod';
import { type Diagnosis, diagnose, type ErrorTable } from './error-table.ts';
import { type Answer, type Call, send, type Unanswered } from './http.ts';
import { serverOrigin } from './origin.ts';
import { readRateHeaders } from './rate-headers.ts';
import { platformError } from './step-result.ts';

/** A call of one endpoint. */
interface NetworkCall<Body> extends Pick<
  Call<Body>,
  'method' | 'search' | 'json' | 'body' | 'answer' | 'timeoutSeconds'
> {
  /** The path, with ids filled in: `/pins/42`. */
  readonly path: string;
  /** The path as the error table knows it: `/pins/:pin`. */
  readonly endpoint?: string;
  /** Another of the network's servers than the usual one. */
  readonly server?: string;
}

/** How one network is spoken to. */
export interface NetworkDialect {
  readonly host: string;
  readonly headers: (account: Account, io: PlatformIo) => Readonly<Record<string, string>>;
  readonly errors: ErrorTable;
  /** What a no looks like that comes with the status of a yes. */
  readonly refusal?: z.ZodType;
  /** Reads what a no says about when to come back, in its body. */
  readonly comeBackAt?: (body: unknown, now: number) => Instant | undefined;
  /** Reads the budgets of an answer; by default the usual headers, as those of `requests`. */
  readonly rates?: (headers: Headers, refused: boolean, now: number) => RateObservation[];
}

/** The calls of one network. */
export interface NetworkApi {
  /** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
  call<Body>(account: Account, call: NetworkCall<Body>, io: PlatformIo): Promise<Answer<Body>>;
  /**
   * Calls an endpoint that only reads.
   *
   * @throws PlatformError `platform-call-failed` when it does not answer as promised.
   */
  read<Body>(account: Account, call: ReadingCall<Body>, io: PlatformIo): Promise<Body>;
  /** Says what a failed call means. */
  diagnose(answer: Unanswered, call: Asked, io: PlatformIo): Diagnosis;
}

/** A call that only reads. */
type ReadingCall<Body> = Omit<NetworkCall<Body>, 'method' | 'timeoutSeconds'>;

type Asked = Pick<NetworkCall<unknown>, 'method' | 'path' | 'endpoint'>;

/** Speaks to a network in its dialect. */
export function networkApi(dialect: NetworkDialect): NetworkApi {
  const { errors, comeBackAt } = dialect;
  const api: NetworkApi = {
    call: (account, call, io) => callOnce(dialect, account, call, io),
    async read(account, call, io) {
      const whole = { ...call, method: 'get', timeoutSeconds: 30 } as const;
      const answer = await api.call(account, whole, io);
      if (answer.outcome === 'answered') return answer.body;
      throw platformError(api.diagnose(answer, whole, io));
    },
    diagnose(answer, { method, path, endpoint = path }, io) {
      const now = io.clock.now();
      const found = diagnose(answer, `${method.toUpperCase()} ${endpoint}`, errors, now);
      const body = answer.outcome === 'refused' ? answer.body : undefined;
      const retryAt = body === undefined ? undefined : comeBackAt?.(body, now);
      if (retryAt === undefined || found.failure.kind !== 'rate-limited') return found;
      return { ...found, failure: { ...found.failure, retryAt } };
    },
  };
  return api;
}

async function callOnce<Body>(
  { host, headers, refusal = z.never(), rates = usualRates }: NetworkDialect,
  account: Account,
  { path, server = host, answer: expected, ...call }: NetworkCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  const answer = await send(
    {
      ...call,
      url: `${serverOrigin(account, server)}${path}`,
      headers: headers(account, io),
      answer: z.union([
        refusal.transform((no) => ({ no })),
        expected.transform((yes) => ({ yes })),
      ]),
    },
    io,
  );
  if (answer.outcome !== 'answered' && answer.outcome !== 'refused') return answer;
  const isNo = answer.outcome === 'answered' && 'no' in answer.body;
  const refused = answer.status === 429;
  for (const each of rates(answer.headers, refused, io.clock.now())) io.observeRate(each);
  if (answer.outcome === 'refused') return answer;
  if (!isNo && 'yes' in answer.body) return { ...answer, body: answer.body.yes };
  const body = 'no' in answer.body ? answer.body.no : undefined;
  return { outcome: 'refused', status: answer.status, headers: answer.headers, body };
}

function usualRates(headers: Headers, refused: boolean, now: number): RateObservation[] {
  const said = readRateHeaders(headers, now);
  return said || refused ? [{ bucket: 'requests', refused, ...said }] : [];
}
