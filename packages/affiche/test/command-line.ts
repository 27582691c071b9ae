import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from 'affiche';

// Inside the repository, so that the configuration of a project finds our packages.
const root = join(import.meta.dirname, '../../../.vitest/projects');

/** What a command ended in, and what it said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** An empty folder, taken away afterwards. */
export async function emptyFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  await mkdir(root, { recursive: true });
  const path = await mkdtemp(`${root}/p`);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** Says a command line as a script would: nobody can be asked, no colours. */
export async function affiche(
  words: readonly string[],
  { columns = 80, signal = new AbortController().signal } = {},
): Promise<Said> {
  const out: string[] = [];
  const notes: string[] = [];
  const terminal = {
    say: (line = '') => void out.push(line),
    note: (line: string) => void notes.push(line),
    redraw: () => undefined,
    style: (_style: unknown, text: string) => text,
    columns,
    isInteractive: false,
  };
  const code = await runCommandLine(words, { terminal, signal });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

/** A project of a bakery on Bluesky and Mastodon, as `init` makes it. */
export async function bakery(path: string): Promise<void> {
  const { code, notes } = await affiche(
    `init ${path} --name Fournil --zone Europe/Paris --account bluesky:fournil.bsky.social --account mastodon:@fournil@mastodon.social`.split(
      ' ',
    ),
  );
  if (code !== 0) throw new Error(notes);
}
