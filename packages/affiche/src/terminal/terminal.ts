import { styleText } from 'node:util';
import { visibleText } from './visible-text.ts';

/** How a word may look. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Where a command speaks to people: a terminal, a pipe, or a test that listens. */
export interface Terminal {
  /** Writes a line of the result. */
  readonly say: (line?: string) => void;
  /** Writes a line that is not part of the result: progress, warnings, errors. */
  readonly note: (line: string) => void;
  /** Writes over the last note; nothing where nobody watches. */
  readonly redraw: (line: string) => void;
  readonly style: (style: Style | readonly Style[], text: string) => string;
  /** How many characters fit on a line; unlimited in a pipe. */
  readonly columns: number;
  /** Whether a person can be asked. */
  readonly isInteractive: boolean;
}

/** The terminal of this process. Colours only where they are wanted: NO_COLOR and pipes have none. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  return {
    say: (line = '') => void stdout.write(`${seen(line, stdout)}\n`),
    note: (line) => void stderr.write(`${stderr.isTTY ? '\r\u001B[K' : ''}${seen(line, stderr)}\n`),
    redraw: (line) => void (stderr.isTTY && stderr.write(`\r\u001B[K${seen(line, stderr)}`)),
    style: (style, text) =>
      styleText(typeof style === 'string' ? style : [...style], text, { stream: stdout }),
    columns: stdout.isTTY ? stdout.columns : Infinity,
    isInteractive: stdin.isTTY && stdout.isTTY,
  };
}

/** Programs get every character; people what can be seen. */
function seen(text: string, { isTTY }: { readonly isTTY?: boolean }): string {
  return isTTY ? visibleText(text) : text;
}
