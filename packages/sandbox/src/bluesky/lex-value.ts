import { createHash } from 'node:crypto';
import * as cbor from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import * as digest from 'multiformats/hashes/digest';

const sha256Code = 0x12;
const rawCode = 0x55;

/** The content identifier of a record: of its DAG-CBOR, as every other server computes it. */
export function recordCid(bytes: Uint8Array): string {
  return identifier(cbor.code, bytes);
}

/** The content identifier of a blob: of its bytes as they are. */
export function blobCid(bytes: Uint8Array): string {
  return identifier(rawCode, bytes);
}

function identifier(code: number, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return CID.createV1(code, digest.create(sha256Code, hash)).toString();
}

/** Encodes a record as it came in JSON: links and bytes become what they stand for. */
export function encodeRecord(record: unknown): Uint8Array {
  return cbor.encode(fromJson(record));
}

/** Decodes a stored record back to JSON, its keys in the order of DAG-CBOR. */
export function decodeRecord(bytes: Uint8Array): Record<string, unknown> {
  return toJson(cbor.decode(bytes)) as Record<string, unknown>;
}

/** Whether a text is a content identifier. */
export function isCid(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  try {
    CID.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fromJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromJson);
  const { $link: link, $bytes: bytes } = value as { $link?: unknown; $bytes?: unknown };
  const alone = Object.keys(value).length === 1;
  if (alone && typeof link === 'string') return CID.parse(link);
  if (alone && typeof bytes === 'string') return new Uint8Array(Buffer.from(bytes, 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromJson(part)]));
}

function toJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toJson);
  const link = CID.asCID(value);
  if (link) return { $link: link.toString() };
  if (value instanceof Uint8Array) {
    return { $bytes: Buffer.from(value).toString('base64').replace(/=+$/, '') };
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toJson(part)]));
}

/** Where a value holds what no record may: a fraction, for one. Gives the path and the value. */
export function findUnencodable(value: unknown, path: string): string | undefined {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    return `Expected one of null, boolean, integer, string, cid, bytes, array or object value type (got ${value}) at ${path}`;
  }
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      const problem = findUnencodable(part, `${path}[${index}]`);
      if (problem) return problem;
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) {
      const problem = findUnencodable(part, `${path}.${key}`);
      if (problem) return problem;
    }
  }
  return undefined;
}
