import type { Step } from '@affiche/core';
import type { Arming } from '../outbox/outbox.ts';
import { overLimit } from '../outbox/spending.ts';
import { type Delivery, end, type Progressing } from './delivery.ts';

/** There is no money left for it: a person raises the limit, or waits for the next period. */
export async function parkUnpaid(
  delivery: Delivery,
  { price = { micros: 0, currency: 'USD' } }: Step,
  { limit, spent }: Extract<Arming, { status: 'over-limit' }>,
): Promise<Progressing> {
  const finding = overLimit(limit, { ...spent, micros: spent.micros + price.micros });
  const findings = [finding];
  const why = `${finding.message} Try it again when there is money for it.`;
  return end(
    delivery,
    { state: 'parked', note: why, event: 'parked', data: { why, findings } },
    { kind: 'parked', why, findings },
  );
}
