import { type Command, CommanderError } from 'commander';
import type { Setting } from './commands/command.ts';
import { createProgram } from './program.ts';

/**
 * Runs one `affiche` command in this process and returns its exit code: 0 when all is well, 1 when
 * something is wrong with the project or went wrong, 2 when the command line cannot be understood, 130
 * when it was interrupted. Failures are explained on the terminal, never thrown.
 *
 * ```ts
 * import { runCommandLine } from 'affiche';
 *
 * const lines: string[] = [];
 * const code = await runCommandLine(['--version'], {
 *   signal: new AbortController().signal,
 *   terminal: {
 *     say: (line = '') => lines.push(line),
 *     note: () => undefined,
 *     redraw: () => undefined,
 *     style: (_style, text) => text,
 *     columns: 80,
 *     isInteractive: false,
 *   },
 * });
 * code; // => 0
 * /^\d+\.\d+\.\d+/.test(lines[0] ?? ''); // => true
 * ```
 */
export async function runCommandLine(words: readonly string[], setting: Setting): Promise<number> {
  const ending = { code: 0 };
  const program = createProgram(setting, ending);
  try {
    if (words[0] === 'complete') {
      const { default: tab } = await import('@bomb.sh/tab/commander');
      tab(program);
    }
    await program.parseAsync(meant(words, program), { from: 'user' });
  } catch (error) {
    // Commander has said already what was wrong with a command line; asking for help is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Loaded when something fails: the words of errors stand in a package that help does not need.
    const { explainFailure } = await import('./terminal/explain-failure.ts');
    explainFailure(error, setting.terminal);
    return 1;
  }
  return setting.signal.aborted && ending.code === 0 ? 130 : ending.code;
}

/** Help on a command that there is not is a slip like the command itself, and gets a suggestion. */
function meant(words: readonly string[], { commands }: Command): readonly string[] {
  const [help, name] = words;
  const isSlip =
    help === 'help' && name !== undefined && !commands.some((each) => each.name() === name);
  return isSlip ? [name] : words;
}
