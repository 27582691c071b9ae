import type { Capability, Manifest, Source } from '@affiche/core';

/** What a network offers and what not, with a word on some of it. */
export function listCapabilities(
  capabilities: Readonly<Record<string, boolean>>,
  notes: Readonly<Record<string, string>>,
  source: Source,
): Capability[] {
  return Object.entries(capabilities).map(([name, supported]) =>
    Object.assign({ name, supported, source }, notes[name] && { note: notes[name] }),
  );
}

/** The scopes that each feature needs, written as OAuth writes them: `{ publish: 'read write' }`. */
export function listScopes(
  scopes: Readonly<Record<string, string>>,
  source: Source,
): NonNullable<Manifest['scopes']> {
  return Object.entries(scopes).map(([feature, names]) => ({
    feature,
    scopes: names.split(' '),
    source,
  }));
}
