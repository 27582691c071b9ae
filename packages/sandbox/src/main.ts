#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { sandboxKinds, startSandboxServer } from './network-kinds.ts';

// Starts one server and prints its address and its accounts as JSON, for programs that are not in
// this process. Ends with Ctrl+C.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: 'affiche' },
    file: { type: 'string' },
    account: { type: 'string', multiple: true, default: [] },
    followers: { type: 'string', default: '0' },
  },
});

const network = positionals[0] ?? '';
if (!sandboxKinds.includes(network)) {
  process.stderr.write(
    `Say which network: affiche-sandbox ${sandboxKinds.join('|')} [--port 0] [--seed text] [--file state.db] [--account handle]… [--followers 0]\n`,
  );
  process.exitCode = 1;
} else {
  const server = await startSandboxServer(network, {
    port: Number(values.port),
    seed: values.seed,
    ...(values.file !== undefined && { file: values.file }),
  });
  const followers = Number(values.followers);
  const accounts = values.account.map((handle) => server.createAccount({ handle, followers }));
  process.stdout.write(`${JSON.stringify({ url: server.url, accounts })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close());
  }
}
