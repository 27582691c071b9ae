import type { Terminal } from '../terminal/terminal.ts';

/** What every command gets. */
export interface Setting {
  readonly terminal: Terminal;
  /** Ctrl+C. */
  readonly signal: AbortSignal;
}

/** The options that every command on a project understands. */
export interface ProjectFlags {
  readonly project: string;
  readonly rehearse?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}
