import { mkdir } from 'node:fs/promises';
import { ConfigurationError } from '@affiche/core';
import { sandboxKinds, startSandboxServer } from '@affiche/sandbox';
import type { Setting } from './command.ts';

/** What `sandbox` understands. */
export interface SandboxFlags {
  readonly port?: number;
  readonly followers?: number;
  readonly account: readonly string[];
  /** A folder for the servers' state; in memory without it. */
  readonly state?: string;
  readonly json?: boolean;
}

/** Starts networks on loopback and keeps them up until Ctrl+C, for your own tools to talk to. */
export async function sandbox(
  networks: readonly string[],
  flags: SandboxFlags,
  { terminal, signal }: Setting,
): Promise<number> {
  const wanted = networks.length > 0 ? networks : sandboxKinds;
  const stranger = wanted.find((network) => !sandboxKinds.includes(network));
  if (stranger !== undefined) {
    throw new ConfigurationError('network-not-in-sandbox', {
      message: `The sandbox has no "${stranger}"`,
      hint: `It has ${sandboxKinds.join(', ')}.`,
    });
  }
  const { state } = flags;
  if (state !== undefined) await mkdir(state, { recursive: true });
  const firstPort = flags.port ?? 0;
  const followers = flags.followers ?? 0;
  await using servers = new AsyncDisposableStack();
  const started = [];
  for (const [index, network] of wanted.entries()) {
    const server = servers.use(
      await startSandboxServer(network, {
        port: firstPort === 0 ? 0 : firstPort + index,
        ...(state !== undefined && { file: `${state}/${network}.db` }),
      }),
    );
    const accounts = flags.account.map((handle) => server.createAccount({ handle, followers }));
    started.push({ network, url: server.url, accounts });
  }
  if (flags.json) terminal.say(JSON.stringify(started, null, 2));
  else {
    for (const { network, url, accounts } of started) {
      terminal.say(`${network.padEnd(10)} ${url}`);
      for (const { handle, credentials } of accounts) {
        terminal.say(`${''.padEnd(10)} ${handle}: ${JSON.stringify(credentials)}`);
      }
    }
    terminal.note('Ctrl+C stops them.');
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return 0;
}
