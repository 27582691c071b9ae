import type { Account, PlatformIo } from '@affiche/core';
import type { Diagnosis } from '../error-table.ts';
import { FoundRecord, ReplyReference, type StrongReference } from './wire.ts';
import { diagnoseXrpc, xrpc } from './xrpc.ts';

/** A record as it stands on its server; all empty when there is none. */
export interface Found {
  readonly post?: StrongReference;
  /** The first post of its thread, where it is an answer. */
  readonly root?: StrongReference;
  readonly value?: FoundRecord['value'];
}

/** Looks a record up by its address. Not finding it is an answer, too. */
export async function readPost(
  account: Account,
  uri: string,
  io: PlatformIo,
): Promise<Found | Diagnosis> {
  const [repo, collection, rkey] = uri.replace(/^at:\/\//, '').split('/');
  const method = 'com.atproto.repo.getRecord';
  const answer = await xrpc(
    account,
    { method, search: { repo, collection, rkey }, answer: FoundRecord, timeoutSeconds: 15 },
    io,
  );
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseXrpc(answer, method, io);
    return diagnosis.failure.code === 'RecordNotFound' ? {} : diagnosis;
  }
  const { cid, value } = answer.body;
  const reply = ReplyReference.safeParse(value['reply']).data;
  return {
    ...(cid !== undefined && { post: { uri: answer.body.uri, cid } }),
    ...(reply && { root: { uri: reply.root.uri, cid: reply.root.cid } }),
    value,
  };
}
