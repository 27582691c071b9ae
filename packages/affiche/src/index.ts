/**
 * The `affiche` command, and how a project is configured for it.
 *
 * @module affiche
 */
export type { Setting } from './commands/command.ts';
export { type AfficheConfig, defineConfig } from './config.ts';
export { runCommandLine } from './run-command-line.ts';
export type { Style, Terminal } from './terminal/terminal.ts';
