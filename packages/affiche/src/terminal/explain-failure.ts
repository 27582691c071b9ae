import { AfficheError } from '@affiche/core';
import { hintFor } from './hints.ts';
import type { Terminal } from './terminal.ts';

/** Tells what went wrong and how to mend it; a stack only for a mistake of ours. */
export function explainFailure(error: unknown, { note, style }: Terminal): void {
  if (AfficheError.isInstance(error)) {
    note(style('red', sentence(error.message)));
    const hint = hintFor(error);
    if (hint) note(hint);
    return;
  }
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  note('This should not have happened: please report it with the lines above.');
}

function sentence(message: string): string {
  const begun = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
