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
import { instagramErrors } from './errors.ts';
import { requestPoints } from './rates.ts';
import type { InstagramLogin } from './settings.ts';

/** How an adapter was set up, as far as calls depend on it. */
export interface Instagram {
  readonly version: string;
  readonly login: InstagramLogin;
}

const hosts: Readonly<Record<InstagramLogin, string>> = {
  instagram: 'graph.instagram.com',
  facebook: 'graph.facebook.com',
};

/** Which door an account's token came through: one of Meta's own hosts tells, otherwise the settings. */
export function loginOf({ host }: Account, { login }: Pick<Instagram, 'login'>): InstagramLogin {
  if (host === hosts.facebook) return 'facebook';
  return host === hosts.instagram ? 'instagram' : login;
}

/** What makes Instagram one of Meta's networks. */
export function instagramNetwork(account: Account, instagram: Instagram): GraphNetwork {
  return { host: hosts[loginOf(account, instagram)], errors: instagramErrors, requestPoints };
}

/** A call of one endpoint. */
export type InstagramCall<Body> = Omit<GraphCall<Body>, 'version' | 'token'>;

/** Calls an endpoint once. Nothing is thrown; see {@link Answer}. */
export function callInstagram<Body>(
  account: Account,
  call: InstagramCall<Body>,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Answer<Body>> {
  const { version } = instagram;
  return callGraph(instagramNetwork(account, instagram), account, { ...call, version }, io);
}

/**
 * Calls an endpoint that only reads.
 *
 * @throws {@link PlatformError} `platform-call-failed` when it does not answer as promised.
 */
export function readInstagram<Body>(
  account: Account,
  call: InstagramCall<Body>,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Body> {
  const { version } = instagram;
  return readGraph(instagramNetwork(account, instagram), account, { ...call, version }, io);
}

/** What a failed call means. */
export function diagnoseInstagram(
  answer: Unanswered,
  call: Pick<InstagramCall<unknown>, 'method' | 'path' | 'endpoint'>,
  io: PlatformIo,
): Diagnosis {
  const network = { host: '', errors: instagramErrors, requestPoints };
  return diagnoseGraph(network, answer, call, io);
}
