import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the real server listens. */
    readonly pdsUrl: string;
  }
}

const folder = import.meta.dirname;

/** Installs the server if it is not there yet, starts it for all tests, and stops it after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  install();
  const server = spawn(process.execPath, ['start.js'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(server, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(server.stdout), 'line'),
    exit.then(() => Promise.reject(new Error('the server ended before it listened'))),
  ])) as [string];
  const { url } = JSON.parse(line) as { url: string };
  project.provide('pdsUrl', url);
  return async () => {
    server.stdin.end();
    await exit;
  };
}

function install(): void {
  const installed = `${folder}/node_modules/.package-lock.json`;
  const fresh =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs;
  // Nothing of it needs a script: what would compile comes compiled in its package.
  if (!fresh) execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
}
