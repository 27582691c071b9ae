import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from '../mcp/server.ts';
import { openProject } from '../project/project.ts';
import type { ProjectFlags, Setting } from './command.ts';

/** Serves the project to an assistant over standard input and output, until it hangs up. */
export async function mcp(flags: ProjectFlags, { signal }: Setting): Promise<number> {
  const options = { folder: flags.project, rehearse: flags.rehearse ?? false, today: flags.today };
  // What is broken is said before anybody connects.
  await openProject(options);
  const handle = serveStdio(() => createMcpServer(options));
  await new Promise<void>((resolve) => {
    const end = () => resolve();
    process.stdin.once('close', end);
    signal.addEventListener('abort', end, { once: true });
  });
  await handle.close();
  return 0;
}
