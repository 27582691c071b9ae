import { ConfigurationError, type Step } from '@affiche/core';

/** The error for a step that another version of an adapter compiled. */
export function unknownStep(platform: string, { kind }: Step): ConfigurationError<'unknown-step'> {
  return new ConfigurationError('unknown-step', {
    message: `The adapter of ${platform} has no step of the kind "${kind}"`,
    hint: 'Compile the publication again with this version.',
    details: { platform, kind },
  });
}
