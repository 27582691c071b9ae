import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountKey, instant } from '@affiche/core';
import { googleBusinessProfile } from '@affiche/platforms/google-business-profile';
import { youtube } from '@affiche/platforms/youtube';
import { sandboxKinds, sandboxWorld, startSandboxServer } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';

const start = '2027-01-04T08:00:00.000Z';
const accounts = sandboxKinds.map((platform) => ({
  platform,
  id: 'bakery',
  handle: 'bakery.test',
}));

describe('sandboxWorld', () => {
  it('has every network of the sandbox, under the name of the real one', async () => {
    await using world = await sandboxWorld({ accounts, start });
    expect(world.residents.size).toBe(sandboxKinds.length);
    for (const account of accounts) {
      const resident = world.residents.get(accountKey(account));
      expect(resident?.account).toMatchObject({ platform: account.platform });
      expect(Object.keys(resident?.credentials ?? {})).not.toEqual([]);
    }
    const [host = ''] = world.servers.keys();
    expect((await world.fetch(`https://${host}/`)).status).toBeGreaterThanOrEqual(200);
  });

  it('goes on where it stopped, and never before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'world-'));
    const bakery = { platform: 'mastodon', id: 'bakery', host: 'bread.example' };
    const open = () => sandboxWorld({ accounts: [bakery], start, folder });
    const post = async () => {
      await using world = await open();
      await world.clock.sleep(3600);
      const { accessToken } = world.residents.get(accountKey(bakery))?.credentials ?? {};
      const answer = await world.fetch('https://bread.example/api/v1/statuses', {
        method: 'POST',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ status: 'Bread' }),
      });
      expect(answer.status).toBe(200);
      return world.residents.get(accountKey(bakery))?.account.id ?? '';
    };
    const id = await post();
    expect(await post()).toBe(id);
    await using again = await open();
    expect(again.servers.get('bread.example')?.posts(id)).toHaveLength(2);
    expect(instant(again.clock.now())).toBe('2027-01-04T10:00:00.000Z');
    await rm(folder, { recursive: true });
  });

  it('renews the token of each network whose sign-in another shares', async () => {
    const google = [youtube(), googleBusinessProfile()].map((platform) => ({
      platform,
      account: { platform: platform.id, id: 'bakery' },
    }));
    await using world = await sandboxWorld({
      accounts: google.map(({ account }) => account),
      start,
    });
    for (const { platform, account } of google) {
      const resident = world.residents.get(accountKey(account))!;
      const io = { ...adapterIo(resident.credentials, world.clock), fetch: world.fetch };
      const renewed = await platform.authenticate(resident.account, io);
      expect(renewed['accessToken']).not.toBe(resident.credentials['accessToken']);
      await platform.verify(resident.account, { ...io, credentials: renewed });
    }
  });

  it('says which networks it has', async () => {
    await expect(startSandboxServer('orkut')).rejects.toMatchObject({
      code: 'network-not-in-sandbox',
      hint: expect.stringContaining('mastodon'),
    });
    const orkut = { platform: 'orkut', id: 'bakery' };
    await expect(sandboxWorld({ accounts: [orkut], start })).rejects.toMatchObject({
      code: 'network-not-in-sandbox',
    });
  });
});
