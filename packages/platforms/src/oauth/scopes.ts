import { ConfigurationError, type Manifest } from '@affiche/core';

/**
 * The scopes to ask for so that an application may use some features of a network, each once.
 *
 * ```ts
 * import { scopesFor } from '@affiche/platforms/oauth';
 * import { x } from '@affiche/platforms/x';
 *
 * scopesFor(x().manifest, ['delete', 'refresh']); // => ['tweet.write', 'offline.access']
 * ```
 *
 * @throws ConfigurationError `unknown-feature` with the names of those that the network has.
 */
export function scopesFor(
  { name, scopes = [] }: Pick<Manifest, 'name' | 'scopes'>,
  features: readonly string[],
): string[] {
  const known = new Map(scopes.map((each) => [each.feature, each.scopes]));
  const wanted = features.flatMap((feature) => {
    const found = known.get(feature);
    if (found) return found;
    throw new ConfigurationError('unknown-feature', {
      message: `${name} has no scope for "${feature}"`,
      hint: `Choose among ${[...known.keys()].join(', ')}.`,
      details: { feature },
    });
  });
  return [...new Set(wanted)];
}
