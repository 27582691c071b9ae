import {
  type Account,
  type Draft,
  instant,
  type Json,
  type Platform,
  type PlatformIo,
  type Step,
  type StepOutput,
} from '@affiche/core';
import { expect } from 'vitest';

/** Where something is published. */
export interface Stage {
  readonly account: Account;
  readonly io: PlatformIo;
  /**
   * How long to wait for an answer.
   *
   * @defaultValue 10
   */
  readonly timeoutSeconds?: number;
}

/** Compiles a draft and carries its steps through; gives back what each step left. */
export async function publishPersistently<Options, Facts>(
  platform: Platform<Options, Facts>,
  draft: Draft,
  { account, io, timeoutSeconds = 10 }: Stage,
): Promise<Readonly<Record<string, StepOutput>>> {
  const options = platform.options.parse({});
  const composition = { account, draft, options, facts: platform.defaultFacts };
  const seed = { key: draft.id, at: instant(io.clock.now()) };
  const outputs: Record<string, StepOutput> = {};
  const session = { io, timeoutSeconds };
  for (const step of platform.compile(composition, seed)) {
    const output = await carryThrough(platform, account, step, outputs, session);
    if (!output) return outputs;
    outputs[step.id] = output;
  }
  return outputs;
}

const mostAttempts = 30;
const mostRounds = 6;

/**
 * What a publisher does when things go wrong: a visible step without a result is looked for before
 * it is run again, what was refused is run again, and a token that has ended is renewed.
 */
async function carryThrough<Options, Facts>(
  platform: Platform<Options, Facts>,
  account: Account,
  step: Step,
  outputs: Readonly<Record<string, StepOutput>>,
  session: { io: PlatformIo; readonly timeoutSeconds: number },
): Promise<StepOutput | undefined> {
  let checkpoint: Json | undefined;
  let rounds = 0;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const { io, timeoutSeconds } = session;
    const armedAt = instant(io.clock.now());
    const progress = { outputs, ...(checkpoint !== undefined && { checkpoint }) };
    const result = await platform.run(account, { ...step, timeoutSeconds }, progress, io);
    if (result.status === 'done') return result.output;
    const isSeen = step.visibility !== 'none';
    rounds = result.status === 'pending' ? rounds + 1 : 0;
    // A file that is worked on for too long is sent again: nobody sees it.
    if (result.status === 'pending' && (isSeen || rounds < mostRounds)) ({ checkpoint } = result);
    else if (!isSeen) [checkpoint, rounds] = [undefined, 0];
    if (result.status === 'ambiguous') {
      const found = await platform.reconcile(account, step, progress, armedAt, io);
      expect(found.status).not.toBe('inconclusive');
      if (found.status === 'applied') return found.output;
    }
    if (result.status === 'rejected' && result.failure.kind === 'auth-expired') {
      const credentials = await platform.authenticate?.(account, io);
      if (credentials) Object.assign(session, { io: { ...io, credentials } });
    }
  }
  return undefined;
}
