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
  for (const finding of findings) {
    if (shown.has(finding.severity)) say(`  ${formatFinding(finding)}`);
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
  if (AfficheError.isInstance(error)) {
    process.stderr.write(`${error.message}.\n${error.hint ? `${error.hint}\n` : ''}`);
  } else {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
}
