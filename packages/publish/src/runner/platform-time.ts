import type { Step } from '@affiche/core';
import { backoffSeconds, isTemporary } from './backoff.ts';
import type { Delivery } from './delivery.ts';
import { askPlatform } from './platform-call.ts';

/**
 * Where a repeat is recognised by time, the platform's clock counts, and any answer tells it: before
 * the first post of this process we ask for one. Without it a post would be looked for by our own clock,
 * which may be an hour fast: where no answer came, tells for how long to wait before asking again.
 */
export async function askTheTime(
  delivery: Delivery,
  { recognition }: Step,
): Promise<number | undefined> {
  const { context, claim, platform, account } = delivery;
  const needsTime = recognition === 'client-key' || recognition === 'lookup';
  const isKnown = () => context.serverTimes.now(claim.entry.account) !== undefined;
  if (!needsTime || context.clock.during || isKnown()) return undefined;
  const { tries } = claim.entry;
  const asked = await askPlatform(delivery, (io) => platform.facts(account, io));
  // Whoever answers without a date never tells it.
  if (asked.status === 'answered' || isKnown() || tries + 1 >= context.maxTries) return undefined;
  if (asked.status === 'wait') return Math.max(1, asked.delaySeconds);
  return isTemporary(asked.failure) ? backoffSeconds(tries) : undefined;
}
