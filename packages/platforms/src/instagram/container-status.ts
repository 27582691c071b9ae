import type { Account, PlatformIo } from '@affiche/core';
import { callInstagram, type Instagram } from './api.ts';
import { Container } from './wire.ts';

/** Asks what became of a container: `IN_PROGRESS`, `FINISHED`, `PUBLISHED`, `ERROR` or `EXPIRED`. */
export async function askContainer(
  account: Account,
  id: string,
  io: PlatformIo,
  instagram: Instagram,
) {
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:container',
    search: { fields: 'status_code,status' },
    answer: Container,
    timeoutSeconds: 15,
  } as const;
  return { call, answer: await callInstagram(account, call, io, instagram) };
}
