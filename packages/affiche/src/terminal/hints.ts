import type { AfficheError } from '@affiche/core';

const key = 'such as what "openssl rand -base64 32" prints';

// What an error of a library tells a programmer to change, a person at a terminal changes elsewhere.
const hints: Readonly<Record<string, string>> = {
  'vault-key-missing': `Set the environment variable AFFICHE_VAULT_KEY to a passphrase, ${key}, and keep it well: nothing else opens the credentials again.`,
  'vault-key-too-short': `Set AFFICHE_VAULT_KEY to a longer passphrase, ${key}.`,
  'vault-not-opened':
    'Set AFFICHE_VAULT_KEY to the passphrase of the day on which the file was written. If it is lost, delete the file and connect the accounts again with "affiche login".',
  'not-a-vault': 'Move the file away, and connect the accounts again with "affiche login".',
  'vault-read-only':
    'Change the variables of the environment; or take "vault" out of affiche.config.ts, and "affiche login" keeps credentials in an encrypted file.',
  'media-address-refused':
    'Download it into the folder of pictures, and name the file instead of the address.',
  'media-path-refused': 'Put the file itself into the folder of pictures.',
  'missing-credentials': 'Connect the account again with "affiche login".',
  'invalid-credentials': 'Connect the account again with "affiche login".',
  'oauth-port-taken': 'Stop what listens there; the network sends people back to this port only.',
  'plan-stale': 'Look at it anew with "affiche plan", and approve what that shows.',
  'plan-changed': 'Look at it anew with "affiche plan", and approve what that shows.',
  'unknown-platform':
    'It is the name of a network, such as bluesky, mastodon or linkedin; affiche.config.ts lists those of the project.',
};

/** What somebody at a terminal can do about an error. */
export function hintFor({ code, hint }: AfficheError): string | undefined {
  return hints[code] ?? hint;
}
