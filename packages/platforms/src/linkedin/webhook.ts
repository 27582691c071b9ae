import { fromHex, toHex } from '../hmac.ts';
import {
  type SignedWebhook,
  signedWebhook,
  type SignedWebhookOptions,
} from '../webhooks/signed-webhook.ts';

/**
 * The address that LinkedIn calls: it asks every two hours whether the application knows its secret
 * (answer within 3 seconds; three failures block the address), and signs every delivery with it in
 * `X-LI-Signature`. What could not be delivered comes again every 5 minutes for 8 hours.
 *
 * ```ts
 * import { simulatedClock } from '@affiche/core';
 * import { linkedinWebhook } from '@affiche/platforms/webhooks';
 *
 * const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
 * const webhook = linkedinWebhook({ secret: 'client-secret', clock });
 * const { body } = await webhook.challenge(new URLSearchParams('challengeCode=7'));
 * Object.keys(JSON.parse(body)); // => ['challengeCode', 'challengeResponse']
 * ```
 *
 * @see {@link https://learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation | LinkedIn: webhook validation} (2026-11-21)
 */
export function linkedinWebhook(options: SignedWebhookOptions): SignedWebhook {
  return signedWebhook(
    {
      question: 'challengeCode',
      answer: (challengeCode, signature) => ({
        challengeCode,
        challengeResponse: toHex(signature),
      }),
      // Seen with the name of the method before it, and without.
      read: (header) => fromHex(header.replace(/^hmacsha256=/i, '')),
      prefix: 'hmacsha256=',
    },
    options,
  );
}
