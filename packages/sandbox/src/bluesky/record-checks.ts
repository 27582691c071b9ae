import { countGraphemes } from '../graphemes.ts';
import { type FormatName, formats } from './syntax.ts';

/** Looks at one value of a record; the first problem in the words of a PDS, or nothing. */
export type Check = (value: unknown, path: string) => string | undefined;

/** A text, bounded in UTF-8 bytes and in graphemes. */
export function text({
  maxBytes = Infinity,
  maxGraphemes = Infinity,
  format,
}: { maxBytes?: number; maxGraphemes?: number; format?: FormatName } = {}): Check {
  return (value, path) => {
    if (typeof value !== 'string') return expected('string value type', value, path);
    const bytes = Buffer.byteLength(value);
    if (bytes > maxBytes) return tooBig('string', maxBytes, bytes, path);
    // No text has more graphemes than code units, and segmenting is slow.
    const length = value.length > maxGraphemes ? countGraphemes(value) : 0;
    if (length > maxGraphemes) return tooBig('grapheme', maxGraphemes, length, path);
    if (format && !formats[format].test(value)) {
      return `Invalid ${formats[format].name} (got ${JSON.stringify(value)}) at ${path}`;
    }
    return undefined;
  };
}

/** A whole number, bounded below. */
export function integer({ minimum }: { minimum: number }): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      return expected('integer value type', value, path);
    }
    return value < minimum
      ? `integer too small (minimum ${minimum}, got ${value}) at ${path}`
      : undefined;
  };
}

/** A list, bounded in length. */
export function list(item: Check, { maxLength = Infinity }: { maxLength?: number } = {}): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return expected('array value type', value, path);
    if (value.length > maxLength) return tooBig('array', maxLength, value.length, path);
    return first(value.entries(), ([index, part]) => item(part, `${path}[${index}]`));
  };
}

/** An object with these fields; others are let through, as the protocol asks. */
export function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path) => {
    if (!isObject(value)) return expected('object value type', value, path);
    const missing = Object.keys(required).find((key) => value[key] === undefined);
    if (missing !== undefined) return `Missing required key "${missing}" at ${path}`;
    return first(Object.entries({ ...required, ...optional }), ([key, check]) =>
      value[key] === undefined ? undefined : check(value[key], `${path}.${key}`),
    );
  };
}

/** One of several objects told apart by `$type`; unknown ones are let through: the union is open. */
export function union(members: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isObject(value) || typeof value['$type'] !== 'string') {
      return expected('an object which includes the "$type" property value type', value, path);
    }
    return members[value['$type']]?.(value, path);
  };
}

/** A reference to uploaded bytes, bounded by what they claim to be. */
export function blob({ accept, maxSize }: { accept: string; maxSize: number }): Check {
  const kind = accept.replace(/\*$/, '');
  return (value, path) => {
    if (!isBlob(value)) return expected('blob value type', value, path);
    if (value.size > maxSize) return tooBig('blob', maxSize, value.size, path);
    return value.mimeType.startsWith(kind)
      ? undefined
      : `Expected "${accept}" (got ${JSON.stringify(value.mimeType)}) at ${path}.mimeType`;
  };
}

/** A blob as records refer to it. */
export interface BlobReference {
  readonly $type: 'blob';
  readonly ref: { readonly $link: string };
  readonly mimeType: string;
  readonly size: number;
}

/** Whether a value refers to a blob. */
export function isBlob(value: unknown): value is BlobReference {
  return (
    isObject(value) &&
    value['$type'] === 'blob' &&
    isObject(value['ref']) &&
    typeof value['ref']['$link'] === 'string' &&
    typeof value['mimeType'] === 'string' &&
    typeof value['size'] === 'number'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function first<Part>(
  parts: Iterable<Part>,
  check: (part: Part) => string | undefined,
): string | undefined {
  for (const part of parts) {
    const problem = check(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function tooBig(what: string, maximum: number, got: number, path: string): string {
  return `${what} too big (maximum ${maximum}, got ${got}) at ${path}`;
}

function expected(what: string, value: unknown, path: string): string {
  return `Expected ${what} (got ${brief(value)}) at ${path}`;
}

/** A value as a PDS shows it in a message: only the outside of what has an inside. */
function brief(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? '[...]' : '[]';
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  const [key] = Object.keys(value);
  return key === undefined ? '{}' : `{${JSON.stringify(key)}: ...}`;
}
