import type { Answer } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { findAccount } from './accounts.ts';
import type { Bluesky } from './context.ts';
import { limitParameter, requireParameter } from './fields.ts';
import { didDocument } from './identity-routes.ts';
import { findReaderPost } from './reader-posts.ts';
import { findRecord, listRecords } from './records.ts';
import { parseRecordUri } from './syntax.ts';
import { invalidRequest, xrpcError } from './xrpc-error.ts';

/** Reading repositories, which anybody may: `com.atproto.repo.getRecord` and its kin. */
export function repositoryRoutes(bluesky: Bluesky): Route[] {
  const requireRepo = (repo: string) => {
    const account = findAccount(bluesky, repo);
    if (!account) throw invalidRequest(`Could not find repo: ${repo}`);
    return account;
  };
  return [
    route('GET', '/xrpc/com.atproto.repo.getRecord', (exchange) => {
      const repo = requireParameter(exchange, 'repo');
      const collection = requireParameter(exchange, 'collection');
      const rkey = requireParameter(exchange, 'rkey');
      const cid = exchange.query.get('cid');
      const account = findAccount(bluesky, repo);
      if (!account) return elsewhere(bluesky, `at://${repo}/${collection}/${rkey}`);
      const record = findRecord(bluesky, { did: account.did, collection, rkey });
      if (!record || (cid !== null && cid !== record.cid)) {
        const uri = `at://${account.did}/${collection}/${rkey}`;
        throw xrpcError(400, 'RecordNotFound', `Could not locate record: ${uri}`);
      }
      const { uri, value } = record;
      return { status: 200, body: { uri, cid: record.cid, value } };
    }),
    route('GET', '/xrpc/com.atproto.repo.listRecords', (exchange) => {
      const repo = requireParameter(exchange, 'repo');
      const collection = requireParameter(exchange, 'collection');
      const limit = limitParameter(exchange);
      const records = listRecords(bluesky, {
        did: requireRepo(repo).did,
        collection,
        limit,
        cursor: exchange.query.get('cursor') ?? undefined,
        reverse: exchange.query.get('reverse') === 'true',
      });
      const last = records.at(-1);
      return {
        status: 200,
        body: {
          records: records.map(({ uri, cid, value }) => ({ uri, cid, value })),
          ...(last && { cursor: parseRecordUri(last.uri)?.rkey }),
        },
      };
    }),
    route('GET', '/xrpc/com.atproto.repo.describeRepo', (exchange) => {
      const account = requireRepo(requireParameter(exchange, 'repo'));
      const { did, handle } = account;
      const collections = bluesky.database
        .all('SELECT DISTINCT collection FROM record WHERE did = ? ORDER BY collection', did)
        .map((row) => row['collection']);
      const didDoc = didDocument(bluesky, account);
      return { status: 200, body: { handle, did, didDoc, collections, handleIsCorrect: true } };
    }),
  ];
}

/** Repositories that live elsewhere are those of readers; about any other, nobody can be asked. */
function elsewhere(bluesky: Bluesky, uri: string): Answer {
  const post = findReaderPost(bluesky, uri);
  if (!post) throw xrpcError(502, 'UpstreamFailure', 'Upstream service unreachable');
  return { status: 200, body: { uri, cid: post.cid, value: post.record } };
}
