import type { Account, PlatformIo } from '@affiche/core';
import { callThreads } from './api.ts';
import { Container } from './wire.ts';

/** Asks what became of a container: `IN_PROGRESS`, `FINISHED`, `PUBLISHED`, `ERROR` or `EXPIRED`. */
export async function askContainer(
  account: Account,
  id: string,
  io: PlatformIo,
  version: string | undefined,
) {
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:container',
    search: { fields: 'status,error_message' },
    version,
    answer: Container,
    timeoutSeconds: 15,
  } as const;
  return { call, answer: await callThreads(account, call, io) };
}
