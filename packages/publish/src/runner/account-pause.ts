import { type Failure, instant } from '@affiche/core';
import { type Delivery, judge, type Progressing } from './delivery.ts';

/** The account does not open any more: everything of it waits for a person, and nothing is lost. */
export async function pauseAccount(delivery: Delivery, failure: Failure): Promise<Progressing> {
  const { context, claim } = delivery;
  const { account } = claim.entry;
  const why = `the account cannot be opened: ${failure.message}`;
  await context.outbox.pause({ scope: `account:${account}`, by: context.worker, reason: why });
  context.emit(() => ({
    kind: 'account-paused',
    at: instant(context.clock.now()),
    account,
    why,
  }));
  return judge(delivery, {
    event: 'waiting',
    data: { why, failure },
    note: `${why}; store new credentials and resume the account`,
  });
}
