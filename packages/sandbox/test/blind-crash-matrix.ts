import { type Draft, instant, type Platform, type StepOutput } from '@affiche/core';
import type { Fault, Sandbox } from '@affiche/sandbox';
import { adapterIo } from './adapter-io.ts';
import { patience } from './crash-matrix.ts';

/** A network on which nobody can look for what was posted. */
export interface BlindStage<Options, Facts> {
  readonly platform: Platform<Options, Facts>;
  readonly start: () => Promise<Sandbox<unknown>>;
  readonly draft: Draft;
  readonly options?: object;
}

/** How publishing ended: how often each text is there, and what the publisher knows. */
export interface BlindEnd {
  readonly state: 'published' | 'parked';
  readonly texts: readonly string[];
}

/**
 * Publishes as far as a publisher may that cannot look: what was refused is run again, and where an
 * answer was lost a person is asked.
 */
export async function publishBlindly<Options, Facts>(
  fault: Fault,
  { platform, start, draft, options = {} }: BlindStage<Options, Facts>,
): Promise<BlindEnd> {
  await using server = await start();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: platform.id, id, host: server.host };
  const io = adapterIo(credentials);
  server.faults.add(fault);
  const steps = platform.compile(
    { account, draft, options: platform.options.parse(options), facts: platform.defaultFacts },
    { key: draft.id, at: instant(io.clock.now()) },
  );
  const outputs: Record<string, StepOutput> = {};
  for (const step of steps) {
    for (let attempt = 0; attempt < 3 && !(step.id in outputs); attempt += 1) {
      const armedAt = instant(io.clock.now());
      const progress = { outputs };
      const patient = { ...step, timeoutSeconds: patience(fault) };
      const result = await platform.run(account, patient, progress, io);
      if (result.status === 'done') outputs[step.id] = result.output;
      if (result.status !== 'ambiguous') continue;
      const found = await platform.reconcile(account, step, progress, armedAt, io);
      if (found.status === 'applied') outputs[step.id] = found.output;
      if (found.status === 'inconclusive') {
        return { state: 'parked', texts: server.posts(id).map(({ text }) => text) };
      }
    }
  }
  return { state: 'published', texts: server.posts(id).map(({ text }) => text) };
}
