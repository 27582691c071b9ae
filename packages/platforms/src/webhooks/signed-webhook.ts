import { type Clock, instant } from '@affiche/core';
import { type HmacKey, hmacKey, toHex } from '../hmac.ts';
import { memorySeenDeliveries, type SeenDeliveries } from './seen-deliveries.ts';

/** What a webhook is told about its application. */
export interface SignedWebhookOptions {
  /** The application's secret; several while it is being changed, the one to answer with first. */
  readonly secret: string | readonly string[];
  readonly clock: Clock;
  /** @defaultValue the memory of this process */
  readonly seen?: SeenDeliveries;
  /**
   * For how many seconds a delivery is remembered. These networks sign no moment, so that whoever
   * plays back one that is older must be recognised by the ids in it.
   *
   * @defaultValue 604800
   */
  readonly rememberSeconds?: number;
  /** Names a delivery by what it says, where two with other bytes may be the same. */
  readonly idOf?: (delivery: unknown) => string | undefined;
}

/** What became of a delivery. `repeated` was seen before: answer 200 and do nothing. */
export type WebhookReceipt =
  | { readonly outcome: 'new'; readonly delivery: unknown }
  | { readonly outcome: 'repeated' }
  | { readonly outcome: 'refused'; readonly why: string };

/** What to answer a network that asks whether the address is ours. */
export interface WebhookAnswer {
  readonly status: 200 | 400;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An address that a network calls. */
export interface SignedWebhook {
  /** Answers the question whether the address is ours. */
  challenge(query: URLSearchParams): Promise<WebhookAnswer>;
  /**
   * Believes a delivery or not.
   *
   * @param body - The bytes as they came: parsed and written again they have another signature.
   * @param signature - The header that signs them.
   */
  receive(body: Uint8Array, signature: string | null | undefined): Promise<WebhookReceipt>;
}

/** How one network asks and signs. */
export interface SignatureScheme {
  /** What the network asks, and how it is answered with a signature of it. */
  readonly question: string;
  readonly answer: (question: string, signature: ArrayBuffer) => Readonly<Record<string, string>>;
  /** The signature in the header; `undefined` where it is none. */
  readonly read: (header: string) => Uint8Array<ArrayBuffer> | undefined;
  /** What stands before the bytes that are signed. */
  readonly prefix?: string;
}

const signatureBytes = 32;

/** Verifies what comes to a webhook, in constant time, and lets nobody play it back. */
export function signedWebhook(
  scheme: SignatureScheme,
  {
    secret,
    clock,
    seen = memorySeenDeliveries(clock),
    rememberSeconds = 604_800,
    idOf,
  }: SignedWebhookOptions,
): SignedWebhook {
  const keys = Promise.all([secret].flat().map(hmacKey));
  return {
    async challenge(query) {
      const headers = { 'content-type': 'application/json' };
      const question = query.get(scheme.question);
      const [key] = await keys;
      if (!question || !key) return { status: 400, headers, body: '{}' };
      const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(question));
      return { status: 200, headers, body: JSON.stringify(scheme.answer(question, signature)) };
    },
    async receive(body, header) {
      const signature = scheme.read(header ?? '');
      if (
        signature?.length !== signatureBytes ||
        !(await isSigned(body, signature, scheme, keys))
      ) {
        return { outcome: 'refused', why: 'the signature is not that of these bytes' };
      }
      const delivery = parse(body);
      if (delivery === undefined) return { outcome: 'refused', why: 'the body is no JSON' };
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(body));
      const until = instant(clock.now() + rememberSeconds * 1000);
      const first = await seen.remember(idOf?.(delivery) ?? toHex(digest), until);
      return first ? { outcome: 'new', delivery } : { outcome: 'repeated' };
    },
  };
}

async function isSigned(
  body: Uint8Array,
  signature: Uint8Array<ArrayBuffer>,
  { prefix = '' }: SignatureScheme,
  keys: Promise<readonly HmacKey[]>,
): Promise<boolean> {
  const signed = new Uint8Array([...new TextEncoder().encode(prefix), ...body]);
  const verdicts = await Promise.all(
    // Every key is asked, and each compares in constant time.
    (await keys).map((key) => crypto.subtle.verify('HMAC', key, signature, signed)),
  );
  return verdicts.includes(true);
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
