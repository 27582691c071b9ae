import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, requireAccount } from './accounts.ts';
import {
  checkCommitSwap,
  commit,
  removeEarlierReaction,
  removeRecord,
  storeRecord,
} from './commits.ts';
import type { Bluesky } from './context.ts';
import { formattedField, requireField } from './fields.ts';
import { applyWrites } from './batch-writes.ts';
import { findRecord } from './records.ts';
import { authenticate } from './sessions.ts';
import { prepareWrite, type PreparedWrite } from './write-preparation.ts';
import { internalServerError, xrpcError } from './xrpc-error.ts';

const repo = '/xrpc/com.atproto.repo.';

/** Writing records: `com.atproto.repo.createRecord` and its kin. */
export function recordRoutes(bluesky: Bluesky): Route[] {
  return [
    route('POST', `${repo}createRecord`, (exchange) => createRecord(bluesky, exchange)),
    route('POST', `${repo}putRecord`, (exchange) => putRecord(bluesky, exchange)),
    route('POST', `${repo}deleteRecord`, (exchange) => deleteRecord(bluesky, exchange)),
    route('POST', `${repo}applyWrites`, (exchange) =>
      applyWrites(bluesky, exchange, owner(bluesky, exchange)),
    ),
  ];
}

function createRecord(bluesky: Bluesky, exchange: Exchange) {
  const account = owner(bluesky, exchange);
  const write = prepare(bluesky, exchange, formattedField(exchange.fields, 'rkey', 'record-key'));
  checkCommitSwap(bluesky, account, formattedField(exchange.fields, 'swapCommit', 'cid'));
  // The real server's repository throws here and nobody catches it, so a repeat looks like a crash.
  if (findRecord(bluesky, { ...account, ...write })) throw internalServerError();
  removeEarlierReaction(bluesky, account, write);
  storeRecord(bluesky, account, write);
  return { status: 200, body: answer(account, write, commit(bluesky, account)) };
}

function putRecord(bluesky: Bluesky, exchange: Exchange) {
  const { fields } = exchange;
  const account = owner(bluesky, exchange);
  requireField(fields, 'rkey');
  const rkey = formattedField(fields, 'rkey', 'record-key');
  const swapRecord =
    fields['swapRecord'] === null ? null : formattedField(fields, 'swapRecord', 'cid');
  const write = prepare(bluesky, exchange, rkey);
  const current = findRecord(bluesky, { ...account, ...write });
  // The same content again changes nothing, makes no commit and is not an error, whatever the swap says.
  if (current?.cid === write.cid) return { status: 200, body: answer(account, write) };
  checkCommitSwap(bluesky, account, formattedField(fields, 'swapCommit', 'cid'));
  checkRecordSwap(swapRecord, current?.cid);
  storeRecord(bluesky, account, write);
  return { status: 200, body: answer(account, write, commit(bluesky, account)) };
}

function deleteRecord(bluesky: Bluesky, exchange: Exchange) {
  const { fields } = exchange;
  const account = owner(bluesky, exchange);
  const collection = requireField(fields, 'collection');
  const rkey = requireField(fields, 'rkey');
  const current = findRecord(bluesky, { did: account.did, collection, rkey });
  if (!current) return { status: 200, body: {} };
  checkCommitSwap(bluesky, account, formattedField(fields, 'swapCommit', 'cid'));
  checkRecordSwap(formattedField(fields, 'swapRecord', 'cid'), current.cid);
  removeRecord(bluesky, account, collection, rkey);
  return { status: 200, body: { commit: commit(bluesky, account) } };
}

/** The account that a request writes to; it must be the one that is logged in. */
function owner(bluesky: Bluesky, exchange: Exchange): Account {
  const { account } = authenticate(bluesky, exchange);
  const target = requireAccount(bluesky, requireField(exchange.fields, 'repo'));
  if (target.did !== account.did) {
    throw xrpcError(401, 'AuthenticationRequired', 'Authentication Required');
  }
  return account;
}

function prepare(bluesky: Bluesky, { fields }: Exchange, rkey: string | undefined): PreparedWrite {
  requireField(fields, 'collection');
  return prepareWrite(bluesky, {
    collection: formattedField(fields, 'collection', 'nsid') ?? '',
    rkey,
    record: fields['record'],
    validate: typeof fields['validate'] === 'boolean' ? fields['validate'] : undefined,
  });
}

function checkRecordSwap(expected: string | null | undefined, actual: string | undefined): void {
  if (expected === undefined || expected === (actual ?? null)) return;
  throw xrpcError(400, 'InvalidSwap', `Record was at ${actual ?? 'null'}`);
}

function answer({ did }: Account, write: PreparedWrite, made?: { cid: string; rev: string }) {
  return {
    uri: `at://${did}/${write.collection}/${write.rkey}`,
    cid: write.cid,
    ...(made && { commit: made }),
    ...(write.validationStatus && { validationStatus: write.validationStatus }),
  };
}
