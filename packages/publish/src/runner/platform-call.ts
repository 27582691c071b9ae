import type { Failure, PlatformIo } from '@affiche/core';
import type { Charge } from '../outbox/charge.ts';
import { chargesFor } from './charges.ts';
import type { RunnerContext } from './context.ts';
import { readCredentials, refreshCredentials } from './credentials.ts';
import type { PlatformAccount } from './platform-account.ts';
import { openIo } from './platform-io.ts';
import { failureFrom, secretValues } from './secrets.ts';

/** How a call that changes nothing ended. */
export type CallOutcome<Result> =
  | { readonly status: 'answered'; readonly value: Result; readonly secrets: readonly string[] }
  /** No budget, or somebody else is logging in: ask again later. */
  | { readonly status: 'wait'; readonly delaySeconds: number; readonly bucket?: string }
  /** `forGood`: the credentials no longer open the account. */
  | { readonly status: 'failed'; readonly failure: Failure; readonly forGood: boolean };

/** Most reads answer at once; a server that takes longer is asked again. */
const readSeconds = 30;

/** Asks a platform something, within its budgets; logs in again once if the token has run out. */
export async function askPlatform<Result>(
  where: PlatformAccount,
  work: (io: PlatformIo) => Promise<Result>,
): Promise<CallOutcome<Result>> {
  const { context, platform, account } = where;
  for (let refreshed = false; ; refreshed = true) {
    const stored = await readCredentials(context, account);
    const secrets = secretValues(platform, stored.credentials);
    const reservation = context.uniqueName();
    const { readCosts: costs = [{ bucket: 'requests', points: 1 }] } = platform.manifest;
    const charges = chargesFor(where, costs);
    const wait = await context.outbox.reserve(reservation, charges, readSeconds);
    if (wait) {
      const now = await context.outbox.now();
      const delaySeconds = Math.max(0, (wait.untilAt - now) / 1000);
      return { status: 'wait', delaySeconds, bucket: wait.bucket };
    }
    const io = openIo(where, stored.credentials, {
      timeoutSeconds: readSeconds,
    });
    try {
      return { status: 'answered', value: await io.use(work), secrets };
    } catch (error) {
      const failure = failureFrom(error, secrets);
      if (failure.kind !== 'auth-expired' || refreshed) {
        return { status: 'failed', failure, forGood: failure.kind === 'auth-expired' };
      }
      const refreshing = await refreshCredentials(where, stored.revision);
      if (refreshing.status === 'wait') return refreshing;
      if (refreshing.status === 'refused') {
        return { status: 'failed', failure: refreshing.failure, forGood: true };
      }
    } finally {
      await context.outbox.settle(reservation);
      await chargeFurther(context, charges, io.sent() - 1);
      await io.teach();
    }
  }
}

/** One request was paid for before; how many it would take nobody knew. */
async function chargeFurther(
  { outbox, uniqueName }: RunnerContext,
  charges: readonly Charge[],
  requests: number,
): Promise<void> {
  if (requests < 1) return;
  const reservation = uniqueName();
  const further = charges.map((charge) => ({
    ...charge,
    points: Math.min(charge.points * requests, ...charge.windows.map(({ points }) => points)),
  }));
  // Without room there is nothing more to count: the bucket is as good as empty.
  await outbox.reserve(reservation, further, readSeconds);
  await outbox.settle(reservation);
}
