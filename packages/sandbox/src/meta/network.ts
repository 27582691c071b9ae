import type { Exchange } from '../http/exchange.ts';
import type { Admission, Network } from '../http/network.ts';
import type { Route } from '../http/route.ts';
import { writeNote } from '../notes.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import { faultAnswer, graphAnswer } from './graph-answers.ts';

/** The side of one of Meta's networks in the pipeline. */
export function graphNetwork(
  { database, clock }: SandboxContext<unknown>,
  {
    version,
    routes,
    admit,
  }: {
    /** What stands before every path: `/v1.0`, or `/:version`. */
    readonly version: string;
    readonly routes: readonly Route[];
    readonly admit: (exchange: Exchange) => Admission;
  },
): Network {
  return {
    routes,
    nameOf: ({ method, path }) =>
      `${method} ${path.startsWith(version) ? path.slice(version.length) : path}`,
    admit,
    unknown: (method, path) =>
      graphAnswer({ message: `Unknown path components: ${method} ${path}`, code: 2500 }),
    faultAnswer,
    noteActivity(method) {
      if (method !== 'GET') writeNote(database, 'last-activity', String(clock.now()));
    },
  };
}
