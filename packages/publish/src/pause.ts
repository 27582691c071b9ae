import { ConfigurationError } from '@affiche/core';
import type { Pause } from './outbox/outbox.ts';
import { namedPerson } from './person.ts';
import type { RunnerContext } from './runner/context.ts';
import { describeEntries, type PublicationStatus } from './status.ts';

/** Stops everything, a client or an account, and tells what of it is being sent. */
export async function pauseScope(
  context: RunnerContext,
  pause: Omit<Pause, 'at'>,
): Promise<readonly PublicationStatus[]> {
  namedPerson(pause.by, 'by');
  const filter = filterOf(pause.scope);
  await context.outbox.pause(pause);
  const states = ['publishing', 'rolling-back'] as const;
  const sending = await context.outbox.list({ ...filter, states });
  return describeEntries(context, sending);
}

/** Lifts a stop. */
export async function resumeScope(
  { outbox }: RunnerContext,
  scope: string,
  by: string,
): Promise<void> {
  filterOf(scope);
  await outbox.resume(scope, namedPerson(by, 'by'));
}

/** A scope that names nothing would stop nothing, and nobody would know. */
function filterOf(scope: string): { readonly account?: string; readonly client?: string } {
  if (scope === '*') return {};
  const [, kind, name = ''] = /^(client|account):(.+)$/s.exec(scope) ?? [];
  if (kind === 'client') return { client: name };
  if (kind === 'account' && name.includes(':')) return { account: name };
  throw new ConfigurationError('invalid-scope', {
    message: `"${scope}" is nothing that can be stopped`,
    hint: 'Stop "*", "client:<client>" or "account:<account key>", as in account:bluesky:did:plc:baker.',
  });
}
