import { createHash } from 'node:crypto';
import { readNote, writeNote } from '../notes.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { BlueskySettings } from './settings.ts';

/** What every part of the server works with. */
export type Bluesky = SandboxContext<BlueskySettings>;

/** The server's own name. */
export const serviceDid = 'did:web:localhost';

const base32 = '234567abcdefghijklmnopqrstuvwxyz';

/** The next timestamp identifier: later than every one before, even while the clock stands still. */
export function nextTid({ database, clock, seed }: Bluesky): string {
  const last = Number(readNote(database, 'last-tid') ?? 0);
  const microseconds = Math.max(clock.now() * 1000, last + 1);
  writeNote(database, 'last-tid', String(microseconds));
  return tid(microseconds, hash(seed, 'clock').readUInt16BE() & 1023);
}

/** Writes microseconds since the epoch and a clock's number as a timestamp identifier. */
export function tid(microseconds: number, clockId: number): string {
  let rest = (BigInt(Math.floor(microseconds)) << 10n) | BigInt(clockId);
  let text = '';
  for (let index = 0; index < 13; index += 1) {
    text = (base32[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}

/** A hash of some texts, for what must look random and be the same each time. */
export function hash(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\0')).digest();
}

/** The first characters of a hash in base 32, as in a `did:plc`. */
export function base32Hash(length: number, ...parts: readonly string[]): string {
  const digits = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(hash(...parts).subarray(0, length), (byte) => digits[byte & 31]).join('');
}
