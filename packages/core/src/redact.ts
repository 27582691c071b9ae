const secretName =
  /token|secret|passw|authorization|cookie|jwt|credential|signature|api[-_]?key|client[-_]?assertion|code[-_]?verifier/i;
const secretText =
  /\b(?:Bearer|DPoP|Basic) [\w.~+/=-]+|\beyJ[\w-]+\.[\w-]+\.[\w-]*|([?&](?:access_token|token|code|client_secret|refresh_token|signature|sig)=)[^&#\s"]+/gi;

/**
 * Copies a value with every secret replaced by `[redacted]`: fields whose name says so,
 * bearer tokens and JWTs inside text, secret query parameters, and the exact `secrets` given.
 *
 * ```ts
 * import { redact } from '@affiche/core';
 *
 * redact({ accessToken: 'abc', note: 'sent Bearer abc.def' });
 * // => { accessToken: '[redacted]', note: 'sent [redacted]' }
 * ```
 */
export function redact<Value>(value: Value, secrets: readonly string[] = []): Value {
  return redactPart(
    value,
    secrets.filter((secret) => secret.length >= 4),
    new Set(),
  ) as Value;
}

function redactPart(value: unknown, secrets: readonly string[], seen: Set<object>): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) return '[circular]';
  seen.add(value);
  try {
    if (Array.isArray(value)) return value.map((part) => redactPart(part, secrets, seen));
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        secretName.test(name) && typeof part === 'string'
          ? '[redacted]'
          : redactPart(part, secrets, seen),
      ]),
    );
  } finally {
    seen.delete(value);
  }
}

function redactText(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((part, secret) => part.replaceAll(secret, '[redacted]'), text);
  return known.replace(secretText, (_match, parameter?: string) => `${parameter ?? ''}[redacted]`);
}
