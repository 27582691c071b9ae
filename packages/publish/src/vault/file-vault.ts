import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { accountKey, ConfigurationError, StorageError, systemClock } from '@affiche/core';
import { z } from 'zod';
import { SealedBox, sealer, type Sealer } from './sealed-box.ts';
import type { Vault } from './vault.ts';

/** How a vault file is opened. */
export interface FileVaultOptions {
  /**
   * The passphrase, of at least 16 characters.
   *
   * @defaultValue the environment variable `AFFICHE_VAULT_KEY`
   */
  readonly key?: string;
}

const Contents = z.record(
  z.string(),
  z.object({ revision: z.string(), credentials: z.record(z.string(), z.string()) }),
);
type Contents = z.infer<typeof Contents>;

/** A writer holds the lock for milliseconds; one this old belongs to a process that died. */
const staleLockMilliseconds = 10_000;

/**
 * A vault in one encrypted file (AES-256-GCM). Several processes may share it: writes take a lock
 * file and replace the whole file at once, so a crash leaves the old one or the new one.
 *
 * ```ts no-run
 * import { fileVault } from '@affiche/publish';
 *
 * const vault = fileVault('credentials.json', { key: process.env['MY_VAULT_KEY'] ?? '' });
 * ```
 *
 * @throws ConfigurationError `vault-key-missing`, `vault-key-too-short`.
 */
export function fileVault(path: string, options: FileVaultOptions = {}): Vault {
  const { key = process.env['AFFICHE_VAULT_KEY'] } = options;
  if (!key) {
    throw new ConfigurationError('vault-key-missing', {
      message: `The vault ${path} has no key`,
      hint: 'Set AFFICHE_VAULT_KEY, or give the option "key".',
    });
  }
  const box = sealer(key);
  return {
    async read(account) {
      return (await readContents(path, box))[accountKey(account)];
    },
    write: (account, credentials, { expected }) =>
      withLock(`${path}.lock`, async () => {
        const contents = await readContents(path, box);
        const current = contents[accountKey(account)]?.revision;
        if (current !== expected) return false;
        const revision = String(Number(current ?? 0) + 1);
        await replaceFile(
          path,
          JSON.stringify(
            box.seal(
              JSON.stringify({ ...contents, [accountKey(account)]: { revision, credentials } }),
            ),
          ),
        );
        return true;
      }),
  };
}

async function readContents(path: string, box: Sealer): Promise<Contents> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return {};
    throw vaultFailed(path, error);
  }
  const sealed = SealedBox.safeParse(parseJson(text));
  if (!sealed.success) {
    throw new StorageError('not-a-vault', {
      message: `${path} is not a vault`,
      hint: 'Choose another path. Nothing in the file was changed.',
      details: { path },
    });
  }
  return Contents.parse(JSON.parse(box.open(sealed.data)));
}

/** Nobody ever sees half a file, and a loss of power keeps the old one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    throw vaultFailed(path, error);
  }
}

async function withLock<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
  // Another process holds it in real time, whatever clock the publisher goes by.
  const clock = systemClock();
  while (!(await takeLock(lock, clock.now()))) await clock.sleep(0.02);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string, now: number): Promise<boolean> {
  try {
    await (await open(lock, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw vaultFailed(lock, error);
    }
    const age = await stat(lock).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    );
    if (age > staleLockMilliseconds) await rm(lock, { force: true });
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function vaultFailed(path: string, error: unknown): StorageError {
  return new StorageError('vault-failed', {
    message: `The vault ${path} failed: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'Check that its folder exists and can be written.',
    details: { path },
    cause: error,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
