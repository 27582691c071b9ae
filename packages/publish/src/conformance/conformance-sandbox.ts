import {
  type Account,
  type AnyPlatform,
  type Clock,
  type Credentials,
  Draft,
  type DraftItem,
  type Finding,
  instant,
  type Json,
  Publication,
  type Step,
  wallTimeAt,
} from '@affiche/core';
import type { z } from 'zod';
import type { OutboxStore } from '../outbox/outbox.ts';

/** A server to try an adapter on, and what it shows. */
export interface ConformanceSandbox {
  readonly account: Account;
  readonly credentials: Credentials;
  /** The server's clock; a simulated one that passes by itself makes the cases take seconds. */
  readonly clock: Clock;
  /** @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch;
  /** The adapter's options for every publication. */
  readonly options?: Readonly<Record<string, Json>>;
  /**
   * A post as this network wants it, that says a text: with a picture, a film, a link.
   *
   * @defaultValue the text alone
   */
  readonly sample?: (text: string) => z.input<typeof DraftItem>;
  /** The plain texts of all posts of the account that are visible now. */
  texts(): Promise<readonly string[]>;
  /**
   * Gives an outbox to each case; one may serve them all.
   *
   * @defaultValue one in memory for each
   */
  readonly outbox?: () => OutboxStore;
  /** Makes all tokens given out so far worthless; absent where tokens do not expire. */
  expireTokens?(): void | Promise<void>;
}

/** Whether the manifest offers something; `undefined` where it does not say. */
export function offers({ manifest }: AnyPlatform, name: string): boolean | undefined {
  return manifest.capabilities.find((capability) => capability.name === name)?.supported;
}

/** What can follow a post on this network: an answer in a thread, or a comment, or nothing. */
export function followUp(platform: AnyPlatform): 'reply' | 'first-comment' | undefined {
  if (offers(platform, 'thread')) return 'reply';
  return offers(platform, 'first-comment') ? 'first-comment' : undefined;
}

/** As many texts as a draft can have here: two where something can follow a post, and else one. */
export function textsOf(platform: AnyPlatform, name: string): readonly string[] {
  return followUp(platform) ? [`${name} one`, `${name} two`] : [`${name} one`];
}

/** A draft that says these texts as the network wants them. */
export function draftOf(
  platform: AnyPlatform,
  { sample = (text) => ({ text }) }: ConformanceSandbox,
  texts: readonly string[],
): Draft {
  const role = followUp(platform);
  const items = texts.map((text, item) => (item === 0 ? sample(text) : { text, role }));
  return Draft.parse({ id: 'sample', items });
}

/** A publication that is due now. */
export function publicationOf(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
  id: string,
  texts: readonly string[],
): Publication {
  const { account, options = {}, clock } = sandbox;
  return Publication.parse({
    id,
    account,
    options,
    at: wallTimeAt(instant(clock.now()), 'Europe/Paris'),
    draft: { ...draftOf(platform, sandbox, texts), id },
    misfire: { policy: 'fire-once' },
  });
}

/** The steps of a sample. */
export function stepsOf(platform: AnyPlatform, sandbox: ConformanceSandbox, name: string): Step[] {
  const draft = draftOf(platform, sandbox, textsOf(platform, name));
  return platform.compile(compositionOf(platform, sandbox, draft), {
    key: `${name}#1`,
    at: '2027-01-04T08:00:00.000Z',
  });
}

/** What the adapter finds in a draft, offline. */
export function findingsIn(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
  draft: Draft,
): Finding[] {
  return platform.check(compositionOf(platform, sandbox, draft));
}

function compositionOf(
  platform: AnyPlatform,
  { account, options = {} }: ConformanceSandbox,
  draft: Draft,
) {
  const facts = platform.defaultFacts;
  return { account, draft, options: platform.options.parse(options), facts };
}
