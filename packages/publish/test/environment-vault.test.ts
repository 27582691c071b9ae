import { accountKey } from '@affiche/core';
import { environmentVariable, environmentVault, storeCredentials } from '@affiche/publish';
import { expect, it } from 'vitest';
import { account, approve, bench, publication } from './bench.ts';

const bakery = { platform: 'mastodon', id: '42', host: 'mastodon.social' };

it('reads what stands in the environment for an account, and for no other', async () => {
  const environment = {
    [environmentVariable(bakery, 'accessToken')]: 'abc',
    [environmentVariable({ platform: 'mastodon', id: '42' }, 'accessToken')]: 'other',
    [environmentVariable(bakery, 'clientSecret')]: '',
    HOME: '/home/baker',
  };
  const vault = environmentVault({ environment });
  expect((await vault.read(bakery))?.credentials).toEqual({ accessToken: 'abc' });
  expect(await vault.read({ ...bakery, id: '43' })).toBeUndefined();
  const own = environmentVault({ prefix: 'SHOP', environment: { SHOP_X_7__API_KEY2: 'k' } });
  expect((await own.read({ platform: 'x', id: '7' }))?.credentials).toEqual({ apiKey2: 'k' });
});

it('says that it can keep nothing', async () => {
  const vault = environmentVault({ environment: {} });
  await expect(storeCredentials(vault, bakery, { accessToken: 'new' })).rejects.toMatchObject({
    code: 'vault-read-only',
    message: expect.stringContaining(accountKey(bakery)),
    hint: expect.stringContaining('fileVault'),
  });
});

const environment = { [environmentVariable(account, 'password')]: 'open sesame' };

it('pauses the account when its token has run out, before a refresh token is used up', async () => {
  const vault = environmentVault({ environment });
  const { publisher, network } = bench({ login: true }, {}, { vault });
  await approve(publisher, [publication('a')]);
  await publisher.run({ until: '2027-01-04T09:00:00Z' });
  expect(network.logins()).toBe(0);
  const { pauses, counts } = await publisher.status();
  expect(counts.planned).toBe(1);
  expect(pauses[0]?.reason).toContain('the vault cannot keep refreshed ones');
});

it('keeps renewed credentials while the process runs, where that is wanted', async () => {
  const vault = environmentVault({ environment, renewed: 'in-memory' });
  const { publisher, network } = bench({ login: true }, {}, { vault });
  await approve(publisher, [publication('a'), publication('b')]);
  await publisher.run();
  expect(network.posts).toHaveLength(2);
  expect(network.logins()).toBe(1);
});
