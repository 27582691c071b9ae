import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import type { Account } from './accounts.ts';
import { checkCommitSwap, commit, removeRecord, storeRecord } from './commits.ts';
import type { Bluesky } from './context.ts';
import { formattedField } from './fields.ts';
import { findRecord } from './records.ts';
import { prepareWrite } from './write-preparation.ts';
import { badInput, internalServerError, invalidRequest } from './xrpc-error.ts';

const prefix = 'com.atproto.repo.applyWrites#';
const mostWrites = 200;
const actions = ['create', 'update', 'delete'];

/** Several writes, all or none: `com.atproto.repo.applyWrites`. */
export function applyWrites(bluesky: Bluesky, exchange: Exchange, account: Account): Answer {
  const { fields } = exchange;
  const writes = Array.isArray(fields['writes']) ? (fields['writes'] as unknown[]) : undefined;
  if (!writes) throw badInput('Missing required key "writes" at $');
  if (writes.length > mostWrites) throw invalidRequest(`Too many writes. Max: ${mostWrites}`);
  const validate = typeof fields['validate'] === 'boolean' ? fields['validate'] : undefined;
  checkCommitSwap(bluesky, account, formattedField(fields, 'swapCommit', 'cid'));
  // All are checked before any is made, so that a bad one is named rather than a clash.
  const prepared = writes.map((write, index) => prepare(bluesky, write, index, validate));
  const results = prepared.map((run) => run(account));
  return { status: 200, body: { commit: commit(bluesky, account), results } };
}

function prepare(bluesky: Bluesky, write: unknown, index: number, validate: boolean | undefined) {
  const fields = isRecord(write) ? write : {};
  const type = String(fields['$type']);
  const action = type.slice(prefix.length);
  if (!type.startsWith(prefix) || !actions.includes(action)) {
    const known = actions.map((name) => `"${prefix}${name}"`);
    throw badInput(
      `Expected one of ${known.slice(0, -1).join(', ')} or ${known.at(-1)} (got ${JSON.stringify(fields['$type'])}) at $.writes[${index}].$type`,
    );
  }
  const collection = String(fields['collection']);
  const rkey = typeof fields['rkey'] === 'string' ? fields['rkey'] : undefined;
  if (action === 'delete') {
    return ({ did }: Account) => remove(bluesky, did, collection, rkey ?? '');
  }
  const path = `$.writes[${index}].record`;
  const ready = prepareWrite(bluesky, {
    collection,
    rkey,
    record: fields['value'],
    validate,
    path,
  });
  return (account: Account) => {
    const exists = findRecord(bluesky, { ...account, ...ready }) !== undefined;
    // What the repository cannot do is a crash of the real server, not a refusal.
    if (exists !== (action === 'update')) throw internalServerError();
    storeRecord(bluesky, account, ready);
    return {
      $type: `${prefix}${action}Result`,
      uri: `at://${account.did}/${collection}/${ready.rkey}`,
      cid: ready.cid,
      ...(ready.validationStatus && { validationStatus: ready.validationStatus }),
    };
  };

  function remove(server: Bluesky, did: string, from: string, key: string) {
    if (!findRecord(server, { did, collection: from, rkey: key })) throw internalServerError();
    removeRecord(server, { did } as Account, from, key);
    return { $type: `${prefix}deleteResult` };
  }
}
