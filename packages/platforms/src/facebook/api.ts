import type { Account, PlatformIo, StepResult } from '@affiche/core';
import { callGraph, diagnoseGraph, type GraphCall, type GraphNetwork } from '../meta/graph.ts';
import { failed } from '../step-result.ts';
import { facebookErrors } from './errors.ts';
import { requestPoints } from './rates.ts';

/** What makes Facebook one of Meta's networks. */
export const facebookNetwork: GraphNetwork = {
  host: 'graph.facebook.com',
  errors: facebookErrors,
  requestPoints,
};

/** How an adapter was set up, as far as talking to the network depends on it. */
export interface Setup {
  readonly version: string;
  /** For how many seconds a film may be worked on. */
  readonly processingSeconds: number;
}

/** An id as a part of a path. */
export function pathOf(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

/** Calls an endpoint that changes something, and says what that means for the step. */
export async function attempt<Body>(
  account: Account,
  call: GraphCall<Body>,
  io: PlatformIo,
  made: (body: Body) => StepResult,
): Promise<StepResult> {
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome === 'answered') return made(answer.body);
  return failed(diagnoseGraph(facebookNetwork, answer, call, io));
}
