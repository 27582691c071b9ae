import {
  type Account,
  type AnyPlatform,
  type Json,
  type PlatformIo,
  type Step,
  type StepOutput,
  type StepResult,
} from '@affiche/core';

/** Runs steps in order, as a publisher would on a day when nothing goes wrong. */
export async function runAll(
  platform: AnyPlatform,
  account: Account,
  steps: readonly Step[],
  io: PlatformIo,
): Promise<Record<string, StepOutput>> {
  const outputs: Record<string, StepOutput> = {};
  for (const step of steps) {
    const result = await runToEnd(platform, account, step, outputs, io);
    if (result.status !== 'done') throw new Error(`${step.id}: ${JSON.stringify(result)}`);
    outputs[step.id] = result.output;
  }
  return outputs;
}

/** Runs one step, and again as long as it is pending. */
export async function runToEnd(
  platform: AnyPlatform,
  account: Account,
  step: Step,
  outputs: Record<string, StepOutput>,
  io: PlatformIo,
): Promise<StepResult> {
  let checkpoint: Json | undefined;
  for (let round = 0; round < 10; round += 1) {
    const progress = { outputs, ...(checkpoint !== undefined && { checkpoint }) };
    const result = await platform.run(account, step, progress, io);
    if (result.status !== 'pending') return result;
    checkpoint = result.checkpoint;
  }
  throw new Error(`${step.id} is pending for ever`);
}
