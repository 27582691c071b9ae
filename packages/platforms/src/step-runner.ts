import {
  type Account,
  ConfigurationError,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';

/** Runs a step; `Rest` is what the adapter was set up with. */
export type StepRunner<Rest extends unknown[] = []> = (
  account: Account,
  step: Step,
  progress: StepProgress,
  io: PlatformIo,
  ...rest: Rest
) => Promise<StepResult>;

/**
 * Runs each step as its kind wants it.
 *
 * @throws ConfigurationError `unknown-step` for one that another version of an adapter compiled.
 */
export function stepRunner<Rest extends unknown[]>(
  platform: string,
  kinds: Readonly<Record<string, StepRunner<Rest>>>,
): StepRunner<Rest> {
  return async (account, step, ...rest) => {
    const run = Object.hasOwn(kinds, step.kind) ? kinds[step.kind] : undefined;
    if (run) return run(account, step, ...rest);
    throw new ConfigurationError('unknown-step', {
      message: `The adapter of ${platform} has no step of the kind "${step.kind}"`,
      hint: 'Compile the publication again with this version.',
      details: { platform, kind: step.kind },
    });
  };
}
