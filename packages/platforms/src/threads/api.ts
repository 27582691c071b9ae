import type { Account, PlatformIo } from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import type { Answer, Unanswered } from '../http.ts';
import {
  callGraph,
  diagnoseGraph,
  type GraphCall,
  type GraphNetwork,
  readGraph,
} from '../meta/graph.ts';
import { threadsErrors } from './errors.ts';
import { requestPoints } from './rates.ts';

/** What makes Threads one of Meta's networks. */
export const threadsNetwork: GraphNetwork = {
  host: 'graph.threads.net',
  errors: threadsErrors,
  requestPoints,
};

/** A call of one endpoint. */
export interface ThreadsCall<Body> extends Omit<GraphCall<Body>, 'version' | 'token'> {
  /**
   * The version of the interface; empty for the endpoints of tokens, which have none.
   *
   * @defaultValue 'v1.0'
   */
  readonly version?: string | undefined;
}

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export function callThreads<Body>(
  account: Account,
  call: ThreadsCall<Body>,
  io: PlatformIo,
): Promise<Answer<Body>> {
  return callGraph(threadsNetwork, account, versioned(call), io);
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export function readThreads<Body>(
  account: Account,
  call: ThreadsCall<Body>,
  io: PlatformIo,
): Promise<Body> {
  return readGraph(threadsNetwork, account, versioned(call), io);
}

/** What a failed call means. */
export function diagnoseThreads(
  answer: Unanswered,
  call: Pick<ThreadsCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  return diagnoseGraph(threadsNetwork, answer, call, io);
}

function versioned<Body>({ version = 'v1.0', ...call }: ThreadsCall<Body>): GraphCall<Body> {
  return { ...call, version, ...(version === '' && { token: '' }) };
}
