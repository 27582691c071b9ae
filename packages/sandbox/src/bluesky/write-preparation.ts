import { isRecord } from '../http/body-fields.ts';
import { type Bluesky, nextTid } from './context.ts';
import { encodeRecord, findUnencodable, recordCid } from './lex-value.ts';
import { isBlob } from './record-checks.ts';
import { recordRules } from './record-rules.ts';
import { isRecordKey } from './syntax.ts';
import { badInput, invalidRequest } from './xrpc-error.ts';

/** A write as a client asks for it. */
export interface WriteRequest {
  readonly collection: string;
  readonly rkey: string | undefined;
  readonly record: unknown;
  /** `true` demands a known record type, `false` looks at nothing. */
  readonly validate: boolean | undefined;
  /** How messages name the record. */
  readonly path?: string;
}

/** A write that has passed the checks and waits for its commit. */
export interface PreparedWrite {
  readonly collection: string;
  readonly rkey: string;
  readonly record: Record<string, unknown>;
  readonly bytes: Uint8Array;
  readonly cid: string;
  /** The blobs that it refers to. */
  readonly blobs: readonly string[];
  readonly validationStatus: 'valid' | 'unknown' | undefined;
}

/** Checks a write as a PDS does, before it looks at what is there already. */
export function prepareWrite(bluesky: Bluesky, request: WriteRequest): PreparedWrite {
  const { collection, path = '$.record' } = request;
  if (!isRecord(request.record)) {
    const got = Array.isArray(request.record) ? '[]' : JSON.stringify(request.record);
    throw badInput(`Expected object value type (got ${got}) at ${path}`);
  }
  const unencodable = findUnencodable(request.record, path);
  if (unencodable) throw badInput(unencodable);
  const { $type: type = collection, ...fields } = request.record;
  if (type !== collection) {
    throw invalidRequest(`Invalid $type: expected ${collection}, got ${String(type)}`);
  }
  const rkey = request.rkey ?? nextTid(bluesky);
  if (!isRecordKey(rkey))
    throw invalidRequest(`Invalid record key (got ${JSON.stringify(rkey)}) at $.rkey`);
  const record = { $type: type, ...fields };
  const validationStatus = validate(record, rkey, collection, request.validate, path);
  const bytes = encodeRecord(record);
  return {
    collection,
    rkey,
    record,
    bytes,
    cid: recordCid(bytes),
    blobs: blobsIn(record),
    validationStatus,
  };
}

function validate(
  record: Record<string, unknown>,
  rkey: string,
  collection: string,
  wanted: boolean | undefined,
  path: string,
): PreparedWrite['validationStatus'] {
  if (wanted === false) return undefined;
  const rule = recordRules[collection];
  if (!rule) {
    if (wanted) throw invalidRequest(`Unknown lexicon type: ${collection}`);
    return 'unknown';
  }
  const badKey = rule.key(rkey);
  if (badKey) throw invalidRequest(`Invalid record key for ${collection}: ${badKey}`);
  const problem = rule.content(record, path);
  if (problem) throw invalidRequest(`Invalid ${collection} record: ${problem}`);
  return 'valid';
}

function blobsIn(value: unknown): string[] {
  if (isBlob(value)) return [value.ref.$link];
  if (Array.isArray(value)) return value.flatMap(blobsIn);
  return isRecord(value) ? Object.values(value).flatMap(blobsIn) : [];
}
