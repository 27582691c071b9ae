import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A real server that runs until it is disposed of. */
export interface Server extends AsyncDisposable {
  readonly url: string;
}

/** Starts a real server, with nothing in it and all its budgets full. */
export async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, ['start.js'], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exit.then(() => Promise.reject(new Error('the server ended before it listened'))),
  ])) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await exit;
    },
  };
}
