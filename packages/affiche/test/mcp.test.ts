import { Client } from '@modelcontextprotocol/client';
import { createMcpServer } from 'affiche/mcp';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { affiche, bakery, emptyFolder } from './command-line.ts';

/** A real client that drives the server of a project. */
async function connect(folder: string) {
  const server = createMcpServer({ folder, rehearse: true });
  const client = new Client({ name: 'test', version: '1.0.0' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await server.connect(theirs);
  await client.connect(ours);
  const call = async (name: string, args: Record<string, unknown> = {}) => {
    const { content, isError = false } = await client.callTool({ name, arguments: args });
    const [first] = content as { text: string }[];
    return { isError, text: first?.text ?? '' };
  };
  return { client, call };
}

describe('the MCP server', { timeout: 30_000 }, () => {
  it('lets an assistant read and plan, and publish only with the code a person gave', async () => {
    await using folder = await emptyFolder();
    await bakery(folder.path);
    const { client, call } = await connect(folder.path);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(
      ['apply', 'best_time', 'check', 'explain', 'pause', 'plan', 'results', 'status'].toSorted(),
    );
    expect(JSON.parse((await call('check')).text).findings.shown).toHaveLength(1);
    const planned = await call('plan');
    expect(JSON.parse(planned.text).counts.create).toBe(16);

    // What a person sees in a terminal, no tool tells.
    const here = ['--project', folder.path, '--rehearse', '--json'];
    const { approval } = JSON.parse((await affiche(['plan', ...here])).out);
    expect(planned.text).not.toContain(approval);
    for (const attempt of ['', 'yes', 'approved', '000000000000']) {
      const refused = await call('apply', { approval: attempt, approvedBy: 'Ana' });
      expect(refused).toMatchObject({
        isError: true,
        text: expect.stringContaining('approval-wrong'),
      });
    }
    expect(JSON.parse((await call('status')).text).publications.shown).toEqual([]);

    const applied = await call('apply', { approval, approvedBy: 'Ana' });
    expect(JSON.parse(applied.text).create).toBe(16);
    // What would fill a conversation comes in parts.
    const { publications } = JSON.parse((await call('status', { offset: 1, limit: 2 })).text);
    expect(publications).toMatchObject({ total: 16, nextOffset: 3 });
    const { text } = await call('explain', { id: publications.shown[0].id });
    expect(text).toContain('Ana approved the plan');
    expect(JSON.parse((await call('best_time')).text).signal).toBe('none');
    expect(JSON.parse((await call('results')).text).scorecard).toEqual([]);
    expect((await call('pause', { reason: 'a fire', account: 'x:nobody' })).isError).toBe(true);
    expect((await call('pause', { reason: 'a fire' })).isError).toBe(false);
    await client.close();
  });

  it('says what is wrong with a project as a result, not as a crash', async () => {
    await using folder = await emptyFolder();
    const { client, call } = await connect(folder.path);
    expect(await call('status')).toMatchObject({
      isError: true,
      text: expect.stringContaining('no-project'),
    });
    await client.close();
  });
});
