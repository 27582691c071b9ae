import {
  accountKey,
  type AnyPlatform,
  type Finding,
  formatFinding,
  instant,
  type Json,
  type CompileSeed,
  type Step,
} from '@affiche/core';
import type { StepRecord } from '../outbox/entry.ts';
import type { KeptFacts } from '../outbox/outbox.ts';
import { type Delivery, end } from './delivery.ts';
import type { PlatformAccount } from './platform-account.ts';
import { askPlatform } from './platform-call.ts';
import { failureFrom } from './secrets.ts';

/** Facts are read again after this many seconds: a day. */
const factsLastSeconds = 86_400;

/** Under this many seconds nobody notices that a post is late, and it claims its planned moment. */
const unnoticedSeconds = 60;

/**
 * Compiles a publication into the steps that will be frozen with the first one armed. Checks once
 * more, because what the server allows may have changed since the plan; nothing when that fails.
 */
export async function compilePublication(delivery: Delivery): Promise<StepRecord[] | undefined> {
  const { claim, publication } = delivery;
  const { at: now } = claim;
  const facts = await currentFacts(delivery, { now, kept: claim.facts });
  const { dueAt, revision } = claim.entry;
  const seed = {
    key: `${publication.id}#${revision}`,
    at: instant(now - dueAt > unnoticedSeconds * 1000 ? now : dueAt),
  };
  const { steps = [], why, findings } = compile(delivery, facts, seed);
  if (steps.length > 0) return steps.map((step) => ({ step, state: 'waiting' }));
  await end(
    delivery,
    { state: 'failed', note: why, event: 'failed', data: { why, findings } },
    { kind: 'failed', why, findings },
  );
  return undefined;
}

/** Steps, or why there are none. An adapter that breaks down over one publication holds up no other. */
function compile(
  { platform, publication: { account, draft, options: given } }: Delivery,
  facts: unknown,
  seed: CompileSeed,
): { readonly steps?: readonly Step[]; readonly why: string; readonly findings: Finding[] } {
  try {
    const options = platform.options.parse(given);
    const composition = { account, draft, options, facts };
    const findings = platform.check(composition).filter(({ severity }) => severity === 'error');
    const why = findings.map((finding) => formatFinding(finding)).join('; ');
    if (findings.length > 0) return { why, findings };
    const steps = platform.compile(composition, seed);
    return { steps, why: `the adapter of ${platform.id} makes nothing of it`, findings };
  } catch (error) {
    const { message } = failureFrom(error, []);
    const why = `the adapter of ${platform.id} cannot compile it: ${message}`;
    return { why, findings: [] };
  }
}

/** What the server allows this account, at most a day old; the last known, or the documented defaults. */
export async function currentFacts(
  where: PlatformAccount,
  { now, ...claimed }: { readonly now: number; readonly kept?: KeptFacts | undefined },
): Promise<unknown> {
  const { context, platform, account } = where;
  const { outbox } = context;
  const key = accountKey(account);
  const kept = claimed.kept ?? (await outbox.facts(key));
  const age = kept ? (now - kept.readAt) / 1000 : Infinity;
  if (age >= 0 && age < factsLastSeconds) return readable(platform, kept);
  const asked = await askPlatform(where, (io) => platform.facts(account, io));
  if (asked.status !== 'answered') return knownFacts(where);
  await outbox.keepFacts(key, asked.value as Json);
  return asked.value;
}

/** What was last read of an account, however old, or the documented defaults. */
export async function knownFacts({
  context,
  platform,
  account,
}: PlatformAccount): Promise<unknown> {
  return readable(platform, await context.outbox.facts(accountKey(account)));
}

function readable(platform: AnyPlatform, kept: { readonly value: Json } | undefined): unknown {
  const known = kept && platform.factsSchema.safeParse(kept.value);
  return known?.success ? known.data : platform.defaultFacts;
}
