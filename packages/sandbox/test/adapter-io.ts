import type {
  Account,
  Clock,
  Credentials,
  Json,
  Platform,
  PlatformIo,
  Step,
  StepOutput,
  StepResult,
} from '@affiche/core';
import { systemClock } from '@affiche/core';
import { pixel } from './personal-data-server/blobs.ts';

/** The world as an adapter may touch it, with one picture to open. */
export function adapterIo(credentials: Credentials, clock: Clock = systemClock()): PlatformIo {
  return {
    fetch,
    clock,
    credentials,
    openMedia: async () => pixel,
    observeRate: () => {},
  };
}

/** How a step came to its end. */
export interface Run {
  readonly outputs: Readonly<Record<string, StepOutput>>;
  /** What each step said, in order; more than once where it was pending. */
  readonly results: readonly StepResult[];
}

/** What a publisher does on a good day: runs step after step, waiting where it is asked to. */
export async function runSteps<Options, Facts>(
  platform: Platform<Options, Facts>,
  account: Account,
  steps: readonly Step[],
  io: PlatformIo,
): Promise<Run> {
  const outputs: Record<string, StepOutput> = {};
  const results: StepResult[] = [];
  for (const step of steps) {
    let checkpoint: Json | undefined;
    for (let round = 0; round < 10 && !(step.id in outputs); round += 1) {
      const progress = { outputs, ...(checkpoint !== undefined && { checkpoint }) };
      const result = await platform.run(account, step, progress, io);
      results.push(result);
      if (result.status === 'done') outputs[step.id] = result.output;
      else if (result.status === 'pending') ({ checkpoint } = result);
      else throw new Error(`${step.id}: ${JSON.stringify(result)}`);
    }
  }
  return { outputs, results };
}
