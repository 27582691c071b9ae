import { type Clock, epochMilliseconds, type Instant, instant } from '@affiche/core';
import { fromHex, type HmacKey, hmacKey, toHex } from '../hmac.ts';
import { sameSecret } from '../same-secret.ts';
import { memorySeenDeliveries, type SeenDeliveries } from '../webhooks/seen-deliveries.ts';
import { MetaDelivery } from './webhook-delivery.ts';

/** What a webhook of Meta is told about its application. */
export interface MetaWebhookOptions {
  /** The application's secret; several while it is being changed. */
  readonly appSecret: string | readonly string[];
  /** The text that was typed into Meta's dashboard for this address. */
  readonly verifyToken: string;
  readonly clock: Clock;
  /** @defaultValue the memory of this process */
  readonly seen?: SeenDeliveries;
  /**
   * How old an entry may be, in seconds: Meta repeats what it could not deliver for 36 hours.
   *
   * @defaultValue 172800
   */
  readonly oldestSeconds?: number;
}

/** What became of a delivery. `repeated` was seen before: answer 200 and do nothing. */
export type MetaReceipt =
  | { readonly outcome: 'new'; readonly delivery: MetaDelivery }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'refused'; readonly why: string };

/** The address that Meta calls. */
export interface MetaWebhook {
  /** Answers the question whether the address is ours. */
  challenge(query: URLSearchParams): Promise<{ readonly status: 200 | 403; readonly body: string }>;
  /**
   * Believes a delivery or not.
   *
   * @param body - The bytes as they came: parsed and written again they have another signature.
   * @param signature - The header `X-Hub-Signature-256`.
   */
  receive(body: Uint8Array, signature: string | null | undefined): Promise<MetaReceipt>;
}

const aheadSeconds = 300;

/**
 * Verifies what comes to a webhook: that it is Meta's, signed over the very bytes, compared in
 * constant time; that it is not old; and that nobody plays it back.
 *
 * ```ts
 * import { simulatedClock } from '@affiche/core';
 * import { metaWebhook } from '@affiche/platforms/meta';
 *
 * const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
 * const webhook = metaWebhook({ appSecret: 'secret', verifyToken: 'bakery', clock });
 * const query = 'hub.mode=subscribe&hub.verify_token=bakery&hub.challenge=7';
 * await webhook.challenge(new URLSearchParams(query)); // => { status: 200, body: '7' }
 * const receipt = await webhook.receive(new TextEncoder().encode('{}'), 'sha256=00');
 * receipt.outcome; // => 'refused'
 * ```
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/webhooks/getting-started | Meta: webhooks} (2026-11-21)
 */
export function metaWebhook({
  appSecret,
  verifyToken,
  clock,
  seen = memorySeenDeliveries(clock),
  oldestSeconds = 172_800,
}: MetaWebhookOptions): MetaWebhook {
  const keys = Promise.all([appSecret].flat().map(hmacKey));
  return {
    async challenge(query) {
      const asked = query.get('hub.challenge');
      const known =
        query.get('hub.mode') === 'subscribe' &&
        (await sameSecret(query.get('hub.verify_token') ?? '', verifyToken));
      return known && asked !== null ? { status: 200, body: asked } : { status: 403, body: '' };
    },
    async receive(body, signature) {
      const bytes = new Uint8Array(body);
      if (!(await isSigned(bytes, signature, await keys))) {
        return { outcome: 'refused', why: 'the signature is not that of these bytes' };
      }
      const delivery = read(bytes);
      if (!delivery) return { outcome: 'refused', why: 'the body is no delivery' };
      const now = clock.now();
      const times = delivery.entry.map(({ time }) => epochMilliseconds(time));
      if (Math.min(...times) < now - oldestSeconds * 1000) {
        return { outcome: 'refused', why: 'an entry is older than Meta repeats deliveries' };
      }
      if (Math.max(...times) > now + aheadSeconds * 1000) {
        return { outcome: 'refused', why: 'an entry is of the future' };
      }
      const until: Instant = instant(Math.min(...times) + oldestSeconds * 1000);
      const digest = toHex(await crypto.subtle.digest('SHA-256', bytes));
      const first = await seen.remember(digest, until);
      return first ? { outcome: 'new', delivery } : { outcome: 'repeated' };
    },
  };
}

async function isSigned(
  body: Uint8Array<ArrayBuffer>,
  header: string | null | undefined,
  keys: readonly HmacKey[],
): Promise<boolean> {
  const signature = fromHex(/^sha256=(?<hex>[0-9a-f]{64})$/i.exec(header ?? '')?.[1] ?? '');
  if (!signature?.length) return false;
  const verdicts = await Promise.all(
    keys.map((key) => crypto.subtle.verify('HMAC', key, signature, body)),
  );
  return verdicts.includes(true);
}

function read(body: Uint8Array): MetaDelivery | undefined {
  try {
    return MetaDelivery.safeParse(JSON.parse(new TextDecoder().decode(body))).data;
  } catch {
    return undefined;
  }
}
