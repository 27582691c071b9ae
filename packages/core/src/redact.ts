const secretWords =
  'token|secret|passw|authorization|cookie|jwt|credential|signature|api[-_]?key|client[-_]?assertion|code[-_]?verifier';
const secretName = new RegExp(secretWords, 'i');
const secretText = new RegExp(
  [
    String.raw`\b(?:(?:Bearer|DPoP) +[\w.~+/=-]+|Basic +[\w.~+/=-]{8,})`,
    String.raw`\beyJ[\w-]+\.[\w-]+\.[\w-]*`,
    // name=value in a query, a fragment or a form; a bare `code` only where it is OAuth's.
    String.raw`((?:\b[\w-]*(?:${secretWords})[\w-]*|[?&#]code|[?&]sig)=)[^&#\s"';,]+`,
    String.raw`("[\w-]*(?:${secretWords})[\w-]*\\?"\s*:\s*\\?")[^"\\]*`,
  ].join('|'),
  'gi',
);
const placeholder = '[redacted]';

/**
 * Copies a value with every secret replaced by `[redacted]`: fields whose name says so, bearer tokens
 * and JWTs inside text, secret query parameters and JSON properties, and the exact `secrets` given, also
 * as they are spelt in JSON, in addresses, in forms and in base64.
 * Errors, maps, sets and headers become plain objects and lists, so that nothing hides in them.
 *
 * ```ts
 * import { redact } from '@affiche/core';
 *
 * const safe = redact({ accessToken: 'abc', note: 'sent Bearer abc.def' });
 * safe; // => { accessToken: '[redacted]', note: 'sent [redacted]' }
 * ```
 */
export function redact<Value>(value: Value, secrets: readonly string[] = []): Value {
  const known = spellings(secrets.filter((secret) => secret.length >= 4));
  const seen = new Set<object>();

  function part(value: unknown, named: boolean): unknown {
    if (typeof value === 'string') return named ? placeholder : text(value);
    if (value === null || typeof value !== 'object' || isOpaque(value)) return value;
    if (value instanceof URL) return named ? placeholder : text(value.href);
    if (seen.has(value)) return '[circular]';
    seen.add(value);
    try {
      if (Array.isArray(value)) return value.map((each) => part(each, named));
      if (value instanceof Set) return [...value].map((each) => part(each, named));
      const properties = propertiesOf(value).map(([name, each]) => [
        text(name),
        part(each, named || secretName.test(name)),
      ]);
      return Object.fromEntries(properties) as unknown;
    } finally {
      seen.delete(value);
    }
  }

  function text(value: string): string {
    return known
      .reduce((rest, secret) => rest.replaceAll(secret, placeholder), value)
      .replace(
        secretText,
        (_match, parameter?: string, property?: string) =>
          `${parameter ?? property ?? ''}${placeholder}`,
      );
  }

  return part(value, false) as Value;
}

/** How a server that repeats what it was told may write it; the longest first, so that none is cut in two. */
function spellings(secrets: readonly string[]): string[] {
  const all = secrets.flatMap((secret) => {
    const json = JSON.stringify(secret).slice(1, -1);
    const bytes = new TextEncoder().encode(secret);
    const base64 = btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
    return [
      secret,
      json,
      JSON.stringify(json).slice(1, -1),
      // Lone surrogates cannot be sent at all.
      encodeURIComponent(secret.toWellFormed()),
      new URLSearchParams({ '': secret }).toString().slice(1),
      base64,
      base64.replaceAll('+', '-').replaceAll('/', '_'),
    ];
  });
  return [...new Set(all)].toSorted((one, other) => other.length - one.length);
}

/** Dates and bytes hold no text of their own. */
function isOpaque(value: object): boolean {
  return value instanceof Date || ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}

function propertiesOf(value: object): [string, unknown][] {
  if (value instanceof Map || value instanceof Headers || value instanceof URLSearchParams) {
    return [...(value as Map<unknown, unknown>)].map(([name, each]) => [String(name), each]);
  }
  if (value instanceof Error) {
    const { name, message, cause } = value;
    const inherited = { name, message, ...(cause === undefined ? {} : { cause }) };
    return [...Object.entries(inherited), ...Object.entries(value)];
  }
  return Object.entries(value);
}
