import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { ConfigurationError, StorageError } from '@affiche/core';
import { z } from 'zod';

/** A file of secrets: everything a reader needs but the passphrase. */
export const SealedBox = z.object({
  format: z.literal('affiche-vault'),
  version: z.literal(1),
  /** Base64, as the three below. */
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  sealed: z.base64(),
});
/** A file of secrets: everything a reader needs but the passphrase. */
export type SealedBox = z.infer<typeof SealedBox>;

/** Seals and opens texts with one passphrase. */
export interface Sealer {
  seal(text: string): SealedBox;
  open(box: SealedBox): string;
}

/**
 * AES-256-GCM under a key that scrypt derives from the passphrase.
 *
 * @see {@link https://csrc.nist.gov/pubs/sp/800/38/d/final | NIST SP 800-38D, GCM}
 */
export function sealer(passphrase: string): Sealer {
  if (passphrase.length < 16) {
    throw new ConfigurationError('vault-key-too-short', {
      message: `The vault's key has ${passphrase.length} characters; it needs at least 16`,
      hint: 'Make one with: openssl rand -base64 32',
    });
  }
  // Deriving a key is slow on purpose; each salt needs it once.
  const keys = new Map<string, Buffer>();
  const keyOf = (salt: string): Buffer => {
    const key = keys.get(salt) ?? scryptSync(passphrase, Buffer.from(salt, 'base64'), 32);
    keys.set(salt, key);
    return key;
  };
  const ownSalt = randomBytes(16).toString('base64');
  return {
    seal(text) {
      const salt = keys.keys().next().value ?? ownSalt;
      // A nonce must never repeat under one key: 96 random bits, far below the bound for a file.
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(salt), nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return {
        format: 'affiche-vault',
        version: 1,
        salt,
        nonce: nonce.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
        sealed: sealed.toString('base64'),
      };
    },
    open({ salt, nonce, tag, sealed }) {
      try {
        const key = keyOf(salt);
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), {
          authTagLength: 16,
        });
        decipher.setAuthTag(Buffer.from(tag, 'base64'));
        return Buffer.concat([
          decipher.update(Buffer.from(sealed, 'base64')),
          decipher.final(),
        ]).toString('utf8');
      } catch (error) {
        throw new StorageError('vault-not-opened', {
          message: 'The vault cannot be opened: the key is another one, or the file was changed',
          hint: 'Give the key that the file was written with.',
          cause: error,
        });
      }
    },
  };
}
