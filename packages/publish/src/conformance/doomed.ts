import type { Outbox } from '../outbox/outbox.ts';

/** Where a process dies while it works on a step. */
export const boundaries = [
  'before-arming',
  'after-arming',
  'before-sending',
  'after-sending',
  'before-storing',
  'after-storing',
] as const;
/** Where a process dies while it works on a step. */
type Boundary = (typeof boundaries)[number];

/** What a network may do to a request that changes something. */
export const mishaps = [
  'cut-before',
  'cut-after',
  'error-before',
  'error-after',
  'refused-after',
  'throttled',
  'throttled-silently',
] as const;
/** What a network may do to a request that changes something. */
type Mishap = (typeof mishaps)[number];

/** The process has died: nothing of it runs any more. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** A process that dies, or a network that fails, at one step and only once. */
export interface Doom {
  readonly step: string;
  readonly boundary?: Boundary;
  readonly mishap?: Mishap;
}

/** How long a throttled request is asked to wait, in seconds. */
export const throttledSeconds = 120;

/** An outbox and a way into the network that meet their doom at a step. */
export function doomed(
  outbox: Outbox,
  send: typeof fetch,
  { step, boundary, mishap }: Doom,
): { readonly outbox: Outbox; readonly fetch: typeof fetch; readonly met: () => boolean } {
  let isDead = false;
  let armed: string | undefined;
  let met = false;

  const die = (at: Boundary, current: string | undefined = armed): void => {
    if (at === boundary && current === step && !met) [isDead, met] = [true, true];
    if (isDead) throw new Died(`died ${at} ${step}`);
  };
  const wrap =
    <Given extends unknown[], Result>(operation: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (isDead) throw new Died('dead');
      return operation(...given);
    };

  return {
    met: () => met,
    outbox: {
      ...outbox,
      claim: wrap((...given) => outbox.claim(...given)),
      judge: wrap((...given) => outbox.judge(...given)),
      reload: wrap((...given) => outbox.reload(...given)),
      teach: wrap((...given) => outbox.teach(...given)),
      due: wrap((...given) => outbox.due(...given)),
      async arm(claim, request) {
        die('before-arming', request.step);
        const arming = await outbox.arm(claim, request);
        armed = arming.status === 'armed' ? request.step : undefined;
        die('after-arming');
        return arming;
      },
      async learn(id, attempt, fact) {
        die('before-storing', attempt.step);
        const outcome = await outbox.learn(id, attempt, fact);
        die('after-storing', attempt.step);
        return outcome;
      },
    },
    async fetch(input, init) {
      if (isDead) throw new Died('dead');
      const method = (input instanceof Request ? input.method : init?.method) ?? 'GET';
      if (method === 'GET' || armed !== step || met) return send(input, init);
      die('before-sending');
      if (mishap) {
        met = true;
        return suffer(mishap, () => send(input, init));
      }
      const response = await send(input, init);
      if (boundary === 'after-sending') await response.arrayBuffer();
      die('after-sending');
      return response;
    },
  };
}

async function suffer(mishap: Mishap, send: () => Promise<Response>): Promise<Response> {
  switch (mishap) {
    case 'cut-before':
      throw new TypeError('fetch failed');
    case 'error-before':
      return new Response('{}', { status: 502 });
    case 'throttled':
      return new Response('{"error":"RateLimitExceeded"}', {
        status: 429,
        headers: { 'retry-after': String(throttledSeconds), 'content-type': 'application/json' },
      });
    case 'throttled-silently':
      return new Response('{"error":"RateLimitExceeded"}', {
        status: 429,
        headers: { 'content-type': 'application/json' },
      });
    case 'cut-after':
      await (await send()).arrayBuffer();
      throw new TypeError('fetch failed');
    case 'error-after':
      await (await send()).arrayBuffer();
      return new Response('{}', { status: 500 });
    case 'refused-after':
    default:
      await (await send()).arrayBuffer();
      return new Response('{"error":"NobodyKnowsThisCode"}', {
        status: 400,
        headers: { 'content-type': 'application/json' },
      });
  }
}
