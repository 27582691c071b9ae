import { toBase64 } from '../base64.ts';
import {
  type SignedWebhook,
  signedWebhook,
  type SignedWebhookOptions,
} from '../webhooks/signed-webhook.ts';

/**
 * The address that X calls: it asks every hour whether the application knows its consumer secret
 * (answer within 10 seconds), and signs every delivery with it in `x-twitter-webhooks-signature`.
 *
 * ```ts
 * import { simulatedClock } from '@affiche/core';
 * import { xWebhook } from '@affiche/platforms/webhooks';
 *
 * const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
 * const webhook = xWebhook({ secret: 'consumer-secret', clock });
 * const { status } = await webhook.challenge(new URLSearchParams('crc_token=7'));
 * status; // => 200
 * const receipt = await webhook.receive(new TextEncoder().encode('{}'), 'sha256=AAAA');
 * receipt.outcome; // => 'refused'
 * ```
 *
 * @see {@link https://docs.x.com/x-api/webhooks/introduction | X: webhooks} (2026-11-21)
 */
export function xWebhook(options: SignedWebhookOptions): SignedWebhook {
  return signedWebhook(
    {
      question: 'crc_token',
      answer: (_token, signature) => ({
        response_token: `sha256=${toBase64(new Uint8Array(signature))}`,
      }),
      read: (header) => fromBase64(/^sha256=(?<text>[A-Za-z0-9+/]{43}=)$/.exec(header)?.[1] ?? ''),
    },
    options,
  );
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
