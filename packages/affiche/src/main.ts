#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { processTerminal } from './terminal/terminal.ts';

// What is compiled once need not be compiled at the next start; not every runtime can do that.
if ('enableCompileCache' in nodeModule) nodeModule.enableCompileCache();

// Node 22 calls its SQLite experimental at every start; whoever reads a plan has nothing to do about it.
const warn = process.emitWarning.bind(process);
process.emitWarning = (...words: unknown[]) => {
  const isSqlite = String(words[0]).startsWith('SQLite is an experimental');
  if (!isSqlite) Reflect.apply(warn, process, words);
};

// Ctrl+C asks to stop and lets what is being sent end; a second one stops at once.
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  });
}
// Whoever reads our pipe may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { runCommandLine } = await import('./run-command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: processTerminal(),
  signal: interruption.signal,
});
