import { type AnyPlatform, type Credentials, Failure, PlatformError, redact } from '@affiche/core';

const secretName = /token|secret|passw|jwt|cookie|key|authorization|code/i;

/** The values of credentials that nobody may read: what the manifest calls secret, and every token. */
export function secretValues(platform: AnyPlatform, credentials: Credentials): string[] {
  const declared = new Map(platform.manifest.credentials.map(({ name, secret }) => [name, secret]));
  return Object.entries(credentials)
    .filter(([name]) => declared.get(name) ?? secretName.test(name))
    .map(([, value]) => value);
}

/** What a thrown error says about a call, without secrets. */
export function failureFrom(error: unknown, secrets: readonly string[]): Failure {
  if (PlatformError.isInstance(error)) {
    const failure = Failure.safeParse(error.details['failure']);
    if (failure.success) return redact(failure.data, secrets);
  }
  const message = error instanceof Error ? error.message : String(error);
  return redact({ kind: 'unknown' as const, message }, secrets);
}
