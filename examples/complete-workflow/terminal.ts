import {
  AfficheError,
  ConfigurationError,
  type Finding,
  formatFinding,
  hasErrors,
  type Severity,
} from '@affiche/core';
import type { Progress } from '@affiche/publish';

/** Says one line to whoever is watching. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const shown: ReadonlySet<Severity> = new Set(['error', 'warning']);

/**
 * Lists what a check found, leaving out what is only information.
 *
 * @throws ConfigurationError `findings` when something stands in the way of publishing.
 */
export function stopOnErrors(findings: readonly Finding[]): void {
  const lines = findings.filter(({ severity }) => shown.has(severity)).map(formatFinding);
  // What is wrong with an account is wrong with each of its posts: once is enough.
  for (const [line, { length }] of Map.groupBy(lines, (each) => each)) {
    say(`  ${line}${length > 1 ? ` (${length} times)` : ''}`);
  }
  if (!hasErrors(findings)) return;
  throw new ConfigurationError('findings', {
    message: 'Nothing was published',
    hint: 'Mend the errors above and start again.',
  });
}

const endings: ReadonlySet<string> = new Set([
  'published',
  'failed',
  'parked',
  'missed',
  'stopped',
]);

/** A line that grows while posts go out; on a terminal only, so that a log stays readable. */
export function progressBar(total: number) {
  const isTerminal = process.stderr.isTTY;
  const width = 40;
  let ended = 0;
  return {
    show({ event }: Progress): void {
      if (endings.has(event.kind)) ended += 1;
      if (!isTerminal) return;
      const bar = '█'.repeat(Math.round((ended / total) * width)).padEnd(width, '░');
      process.stderr.write(`\r${bar} ${ended} of ${total}, ${event.at.slice(0, 10)} `);
    },
    done(): void {
      if (isTerminal) process.stderr.write('\n');
    },
  };
}

/** Tells what went wrong, where, and how to mend it; never a stack for a mistake in a file. */
export function explainFailure(error: unknown): void {
  const { message, hint, stack } = describeFailure(error);
  process.stderr.write(`${message}${/[.!?]$/.test(message) ? '' : '.'}\n`);
  if (hint) process.stderr.write(`${hint}\n`);
  if (stack) process.stderr.write(`${stack}\n`);
}

function describeFailure(error: unknown): { message: string; hint?: string; stack?: string } {
  if (AfficheError.isInstance(error)) {
    return { message: error.message, ...(error.hint ? { hint: error.hint } : {}) };
  }
  if (!(error instanceof Error)) return { message: String(error) };
  const isUsage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return { message: error.message, ...(isUsage || !error.stack ? {} : { stack: error.stack }) };
}
