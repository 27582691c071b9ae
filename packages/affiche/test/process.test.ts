import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it } from 'vitest';
import { bakery, emptyFolder } from './command-line.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, ['--conditions=@affiche/source', main, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('affiche as a process', { timeout: 30_000 }, () => {
  it('stops in order on Ctrl+C, and says so by its exit code', async () => {
    const running = start(['sandbox', 'mastodon', '--account', 'bakery', '--json']);
    const [first] = (await once(running.stdout, 'data')) as [Buffer];
    const [{ url, accounts }] = JSON.parse(first.toString());
    expect(accounts[0].handle).toBe('bakery');
    expect((await fetch(`${url}/api/v2/instance`)).status).toBe(200);
    running.kill('SIGINT');
    const [code] = await once(running, 'exit');
    expect(code).toBe(130);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('has no colours in a pipe, and tells a shell how to complete', async () => {
    const running = start(['complete', 'bash'], { NO_COLOR: '1' });
    const [said, [code]] = await Promise.all([text(running.stdout), once(running, 'exit')]);
    expect(code).toBe(0);
    expect(said).toContain('affiche');
    expect(said).not.toContain('\u001B[');
  });

  it('serves an assistant that starts it, and lets it publish nothing by itself', async () => {
    await using folder = await emptyFolder();
    await bakery(folder.path);
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: ['--conditions=@affiche/source', main, 'mcp', '--rehearse', '--project', folder.path],
      }),
    );
    await client.callTool({ name: 'plan', arguments: {} });
    const attempt = { approval: 'yes', approvedBy: 'Ana' };
    const refused = await client.callTool({ name: 'apply', arguments: attempt });
    expect(refused.isError).toBe(true);
    expect(JSON.stringify(refused)).toContain('approval-wrong');
    const { content } = await client.callTool({ name: 'status', arguments: {} });
    const [said] = content as { text: string }[];
    expect(JSON.parse(said?.text ?? '').publications.shown).toEqual([]);
    await client.close();
  });
});
