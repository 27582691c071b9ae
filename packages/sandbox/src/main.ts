#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { sandboxKinds, startSandboxServer } from './network-kinds.ts';

// Starts one server and prints its address and its accounts as JSON, for programs that are not in
// this process. Ends with Ctrl+C.

const usage = `Usage: affiche-sandbox <network> [options]

Starts a network on this machine, and prints its address and its accounts as JSON.

Networks: ${sandboxKinds.join(', ')}

Options:
  --port <port>        any free one, if missing
  --account <name>     an account; may be given several times
  --followers <count>  how many simulated people follow each
  --seed <text>        the same text gives the same people
  --file <file>        where it remembers; nowhere, if missing
  --help               says this
`;

const words = read();
const network = words?.positionals[0] ?? '';
if (words?.values.help) process.stdout.write(usage);
else if (words && sandboxKinds.includes(network)) await start(words.values);
else {
  const wrong =
    words && `${network === '' ? 'No network is named' : `There is no "${network}"`}.\n`;
  process.stderr.write(`${wrong ?? ''}\n${usage}`);
  process.exitCode = 2;
}

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '0' },
        seed: { type: 'string', default: 'affiche' },
        file: { type: 'string' },
        account: { type: 'string', multiple: true, default: [] },
        followers: { type: 'string', default: '0' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

async function start(values: NonNullable<ReturnType<typeof read>>['values']): Promise<void> {
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
