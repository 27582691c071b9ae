import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from '../mcp/server.ts';
import { openFolder } from '../project/project-folder.ts';
import type { ProjectFlags, Setting } from './command.ts';

/** Serves the project to an assistant over standard input and output, until it hangs up. */
export async function mcp(flags: ProjectFlags, { signal }: Setting): Promise<number> {
  const options = { folder: flags.project, rehearse: flags.rehearse ?? false, today: flags.today };
  // A folder without a project is said before anybody connects; an assistant may help with all else.
  await openFolder(options);
  // Standard output belongs to the protocol: what a configuration says goes where people look.
  const { error } = console;
  Object.assign(console, { log: error, info: error, debug: error });
  const handle = serveStdio(() => createMcpServer(options));
  await new Promise<void>((resolve) => {
    const end = () => resolve();
    process.stdin.once('close', end);
    signal.addEventListener('abort', end, { once: true });
  });
  await handle.close();
  return 0;
}
