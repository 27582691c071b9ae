import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const folder = import.meta.dirname;

/** Installs the server if it is not there yet, or not as the lock file says. */
export function setup(): void {
  const installed = `${folder}/node_modules/.package-lock.json`;
  const fresh =
    existsSync(installed) && changedAt(installed) >= changedAt(`${folder}/package-lock.json`);
  // Nothing of it needs a script: what would compile comes compiled in its package.
  if (!fresh) execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}
