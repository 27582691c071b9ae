import type { Fault } from '../faults/fault.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Route } from './route.ts';

/** Whether a request may go on, and what the answer says about budgets either way. */
export interface Admission {
  readonly headers: Readonly<Record<string, string>>;
  readonly refused?: Answer;
}

/** The part of a sandbox that speaks one network's language. */
export interface Network {
  readonly routes: readonly Route[];
  /** How the network's documentation names a route: `POST com.atproto.repo.createRecord`. */
  readonly nameOf: (route: Route) => string;
  /** Charges budgets before a request is handled; may throw a refusal, which charges nothing. */
  readonly admit: (exchange: Exchange, route: Route) => Admission;
  /** What is said when no route fits. */
  readonly unknown: (method: string, path: string) => Answer;
  /** How the network words a fault that answers. */
  readonly faultAnswer: (fault: Fault, exchange: Exchange) => Answer;
  /** Called for each request, to note that something went on. */
  readonly noteActivity: (method: string) => void;
}
