import type { DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';

/** The text that goes out: with its link, without the outer white space, which Discord cuts off. */
export function outgoingText(item: DraftItem): string {
  return withLink(item).trim();
}

/** The length of a text as Discord counts it: in code points, without the outer white space. */
export function countDiscord(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count += 1;
  return count;
}

/** A message's id among all channels: `1234567890/2345678901`. */
export function messageId(channel: string, message: string): string {
  return `${channel}/${message}`;
}

/** Reads a message's id as this adapter writes it; a number alone is a message of the account's channel. */
export function readMessageId(
  id: string,
): { readonly channel: string | undefined; readonly message: string } | undefined {
  const parts = /^(?:(?<channel>\d{1,20})\/)?(?<message>\d{1,20})$/.exec(id)?.groups;
  const message = parts?.['message'];
  return message === undefined ? undefined : { channel: parts?.['channel'], message };
}

/** Discord's ids hold the moment of their making: the first that one of that moment could have. */
export function snowflakeAt(milliseconds: number): string {
  return (BigInt(Math.max(0, Math.floor(milliseconds) - firstSecondOf2015)) << 22n).toString();
}

const firstSecondOf2015 = 1_420_070_400_000;
