import {
  AfficheError,
  type AnyPlatform,
  type Credentials,
  Failure,
  PlatformError,
  redact,
} from '@affiche/core';

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

/** Why a file could not be opened: refused for good, gone, or out of reach this time. */
export function unopenedFailure(error: unknown, secrets: readonly string[]): Failure {
  const failure = failureFrom(error, secrets);
  if (failure.kind !== 'unknown') return failure;
  const isRefused = AfficheError.isInstance(error) && error.name === 'ConfigurationError';
  const hint = AfficheError.isInstance(error) ? error.hint : undefined;
  return {
    ...failure,
    kind: isRefused ? 'invalid' : 'not-sent',
    ...(hint === undefined ? {} : { hint: redact(hint, secrets) }),
  };
}
