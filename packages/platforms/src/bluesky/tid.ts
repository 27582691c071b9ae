import { type CompileSeed, contentHash, epochMilliseconds } from '@affiche/core';

const alphabet = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * Writes a record key of the kind that posts need: 13 characters that sort by time.
 *
 * @param microseconds - Since the epoch, below 2^53.
 * @param clockId - 0 to 1023, to tell keys of one microsecond apart.
 *
 * @see {@link https://atproto.com/specs/tid | AT Protocol: TIDs} (2026-11-21)
 */
export function writeTid(microseconds: number, clockId: number): string {
  let left = (BigInt(microseconds) << 10n) | BigInt(clockId);
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = alphabet.charAt(Number(left & 31n)) + text;
    left >>= 5n;
  }
  return text;
}

/**
 * The record key of a draft's item: always the same for the same seed, so that a repeat is
 * recognised, and next to never the same for two.
 */
export function deriveTid({ key, at }: CompileSeed, item: number): string {
  const digits = contentHash(key);
  // Posts of one account are often planned for the very same minute: 30 bits keep them apart.
  const spread = Number.parseInt(digits.slice(0, 5), 16);
  const clockId = Number.parseInt(digits.slice(5, 8), 16) & 1023;
  const moment = Math.max(0, epochMilliseconds(at)) * 1000;
  return writeTid(Math.max(0, moment - spread) + item, clockId);
}
