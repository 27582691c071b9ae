import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database.ts';
import type { FaultDeck } from '../faults/fault-plan.ts';
import type { Fault } from '../faults/fault.ts';
import { readBodyFields } from './body-fields.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Delivery, RawRequest } from './listener.ts';
import type { Network } from './network.ts';
import { Refusal } from './refusal.ts';
import { matchRoute, type Route } from './route.ts';

const defaultDelaySeconds = 0.05;
const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-expose-headers': '*',
};

/** Takes a request through fault, budget, handler and commit; whatever is lost is lost around the commit. */
export function pipeline(
  network: Network,
  { database, faults }: { readonly database: Database; readonly faults: FaultDeck },
): (request: RawRequest) => Promise<Delivery> {
  /** Budgets are charged and the work is done in one commit; a plain no takes back only the work. */
  function attempt(exchange: Exchange, route: Route) {
    return database.transaction(() => {
      network.noteActivity(exchange.method);
      const { headers, refused } = network.admit(exchange, route);
      if (refused) return { headers, answer: refused };
      try {
        return { headers, answer: database.transaction(() => route.handle(exchange)) };
      } catch (error) {
        if (!isRefusal(error) || error.uncounted) throw error;
        return { headers, answer: error.answer };
      }
    });
  }

  async function handle(exchange: Exchange, route: Route): Promise<Answer> {
    let headers: Readonly<Record<string, string>> = {};
    try {
      const attempted = attempt(exchange, route);
      ({ headers } = attempted);
      const answer = await attempted.answer;
      return { ...answer, headers: { ...headers, ...answer.headers } };
    } catch (error) {
      // A full disk, or a mistake of ours: the client sees a server in trouble, and the test why.
      const {
        status,
        body,
        headers: more,
      } = isRefusal(error) ? error.answer : crash(exchange, error);
      return { status, body, headers: { ...headers, ...more } };
    }
  }

  function crash(exchange: Exchange, error: unknown): Answer {
    const fault = { on: '*', effect: 'error-before-commit', status: 500 } as const;
    const why = error instanceof Error ? error.message : String(error);
    const headers = { 'x-sandbox-error': encodeURIComponent(why) };
    return { ...network.faultAnswer(fault, exchange), headers };
  }

  return async (request) => {
    const { method, url } = request;
    if (method === 'OPTIONS') return { answer: { status: 204, headers: openToAll } };
    const match = matchRoute(network.routes, method, url.pathname);
    if (!match) return { answer: open(network.unknown(method, url.pathname)) };
    const fault = faults.draw(network.nameOf(match.route));
    const exchange: Exchange = {
      method,
      path: url.pathname,
      query: url.searchParams,
      parameters: match.parameters,
      headers: request.headers,
      body: request.body,
      fields: await readBodyFields(request.body, request.headers['content-type'] ?? ''),
      address: request.address,
      fault,
    };
    return strike(fault, exchange, network, () => handle(exchange, match.route));
  };
}

async function strike(
  fault: Fault | undefined,
  exchange: Exchange,
  network: Network,
  handle: () => Promise<Answer>,
): Promise<Delivery> {
  const { effect, delaySeconds = defaultDelaySeconds } = fault ?? {};
  if (!fault || !effect) return { answer: open(await handle()) };
  switch (effect) {
    case 'cut-before-commit':
      return { lost: 'nothing' };
    case 'error-before-commit':
    case 'rate-limit':
    case 'expire-token':
      return { answer: open(network.faultAnswer(fault, exchange)) };
    case 'slow-before-commit':
      await delay(delaySeconds * 1000);
      return { answer: open(await handle()) };
    case 'slow-after-commit': {
      const answer = open(await handle());
      await delay(delaySeconds * 1000);
      return { answer };
    }
    case 'cut-after-commit':
      await handle();
      return { lost: 'nothing' };
    case 'cut-mid-answer':
      return { answer: open(await handle()), lost: 'half' };
    case 'hang-after-commit':
      await handle();
      return { lost: 'never' };
    case 'error-after-commit':
    case 'reject-after-commit':
      await handle();
      return { answer: open(network.faultAnswer(fault, exchange)) };
    case 'media-stuck':
    case 'media-failed':
    case 'media-lost':
      // The handlers of uploads look at the fault themselves.
      return { answer: open(await handle()) };
    default:
      return effect satisfies never;
  }
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}

function open(answer: Answer): Answer {
  return { ...answer, headers: { ...openToAll, ...answer.headers } };
}
