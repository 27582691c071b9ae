import { type Clock, instant, type Instant } from '@affiche/core';
import { z } from 'zod';
import { fromHex, hmacKey, toHex } from '../hmac.ts';
import { memorySeenDeliveries, type SeenDeliveries } from '../webhooks/seen-deliveries.ts';

/** What a webhook of TikTok is told about its application. */
export interface TikTokWebhookOptions {
  readonly clientSecret: string;
  readonly clock: Clock;
  /** @defaultValue the memory of this process */
  readonly seen?: SeenDeliveries;
  /**
   * How old a signature may be, in seconds.
   *
   * @defaultValue 300
   */
  readonly oldestSeconds?: number;
}

/** What TikTok tells an application. */
export interface TikTokEvent {
  /** `post.publish.complete`, `authorization.removed` and so on. */
  readonly event: string;
  readonly at: Instant;
  /** Whose account it is about: `account.id`. */
  readonly account: string;
  /** What it says, in the event's own words: `{ publish_id, … }`. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** What became of a delivery. `repeated` was seen before: answer 200 and do nothing. */
export type TikTokReceipt =
  | { readonly outcome: 'new'; readonly event: TikTokEvent }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'refused'; readonly why: string };

/** The address that TikTok calls. */
export interface TikTokWebhook {
  /**
   * Believes a delivery or not.
   *
   * @param body - The bytes as they came: parsed and written again they have another signature.
   * @param signature - The header `TikTok-Signature`.
   */
  receive(body: Uint8Array, signature: string | null | undefined): Promise<TikTokReceipt>;
}

// The content is a text that holds JSON.
const Content = z.string().transform((text, context): Record<string, unknown> => {
  const read = z.record(z.string(), z.unknown()).safeParse(json(text));
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'The content is no JSON object' });
  return z.NEVER;
});
const Delivery = z.object({
  event: z.string(),
  create_time: z.int().positive(),
  user_openid: z.string(),
  content: Content,
});
// TikTok repeats what it could not deliver for three days.
const repeatedSeconds = 72 * 3600;

/**
 * Verifies what comes to a webhook: that it is TikTok's, signed over its moment and the very bytes,
 * compared in constant time; that the moment is not old; and that nobody plays it back.
 *
 * ```ts
 * import { simulatedClock } from '@affiche/core';
 * import { tiktokWebhook } from '@affiche/platforms/tiktok';
 *
 * const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
 * const webhook = tiktokWebhook({ clientSecret: 'secret', clock });
 * const receipt = await webhook.receive(new TextEncoder().encode('{}'), 't=1,s=00');
 * receipt.outcome; // => 'refused'
 * ```
 *
 * @see {@link https://developers.tiktok.com/doc/webhooks-verification | TikTok: webhook verification} (2026-11-21)
 */
export function tiktokWebhook({
  clientSecret,
  clock,
  seen = memorySeenDeliveries(clock),
  oldestSeconds = 300,
}: TikTokWebhookOptions): TikTokWebhook {
  const key = hmacKey(clientSecret);
  return {
    async receive(body, signature) {
      const { t = '', s = '' } =
        /^t=(?<t>\d{1,12}),s=(?<s>[0-9a-f]{64})$/i.exec(signature?.trim() ?? '')?.groups ?? {};
      const signed = new Uint8Array([...new TextEncoder().encode(`${t}.`), ...body]);
      const given = fromHex(s);
      if (!given?.length || !(await crypto.subtle.verify('HMAC', await key, given, signed))) {
        return { outcome: 'refused', why: 'the signature is not that of these bytes' };
      }
      if (Math.abs(clock.now() / 1000 - Number(t)) > oldestSeconds) {
        return { outcome: 'refused', why: 'the signature is not of this moment' };
      }
      const delivery = Delivery.safeParse(json(new TextDecoder().decode(body))).data;
      if (!delivery) return { outcome: 'refused', why: 'the body is no delivery' };
      const digest = toHex(await crypto.subtle.digest('SHA-256', new Uint8Array(body)));
      const until = instant(clock.now() + repeatedSeconds * 1000);
      if (!(await seen.remember(digest, until))) return { outcome: 'repeated' };
      const { event, create_time: at, user_openid: account, content } = delivery;
      return { outcome: 'new', event: { event, at: instant(at * 1000), account, content } };
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
