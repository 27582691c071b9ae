import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { testIo } from '../platform-io.ts';
import { type Instance, instance, refusal } from './instance.ts';

const platform = mastodon();
const scheduledAt = '2027-01-04T10:00:00.000Z';
const list = 'GET /api/v1/scheduled_statuses';

function prepare(server: Instance) {
  const options = { scheduledAt };
  const { account, ...rest } = compose(platform, 'later', { options, host: server.host });
  const [step] = platform.compile({ account, ...rest }, seed);
  const io = testIo({ accessToken: 'token' });
  return {
    lose: async () => {
      server.faults.push({ match: 'POST /api/v1/statuses', when: 'after', reply: 'cut' });
      expect((await platform.run(account, step!, { outputs: {} }, io)).status).toBe('ambiguous');
    },
    reconcile: () => platform.reconcile(account, step!, { outputs: {} }, seed.at, io),
  };
}

const waiting = (id: number, text: string) => ({
  id: String(id),
  scheduled_at: scheduledAt,
  params: { text, visibility: 'public', application_id: 1, with_rate_limit: false },
  media_attachments: [],
  created_at: '2027-01-04T08:00:00.000Z',
});

describe('a post that the server keeps for later, and whose answer was lost', () => {
  it.each([
    ['a server error', refusal(500, 'Something went wrong')],
    ['a gateway', { status: 502, body: '<html>' }],
    ['a refusal that nobody knows', refusal(410, 'Gone')],
    ['a cut connection', 'cut'],
    ['words that nobody understands', { body: { ok: true } }],
  ] as const)('stays open while the list is hidden by %s', async (_name, reply) => {
    await using server = await instance();
    const { lose, reconcile } = prepare(server);
    await lose();
    server.faults.push({ match: list, when: 'before', reply });
    expect((await reconcile()).status).toBe('inconclusive');
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '1000' } });
  });

  it('stays open until the moment that a busy server names', async () => {
    await using server = await instance();
    const { lose, reconcile } = prepare(server);
    await lose();
    const retryAt = '2027-01-04T08:05:00.123Z';
    const reply = refusal(429, 'Too many requests', { 'x-ratelimit-reset': retryAt });
    server.faults.push({ match: list, when: 'before', reply });
    expect(await reconcile()).toMatchObject({ status: 'inconclusive', retryAt });
  });

  it('is not asked for with a token that has ended', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server);
    const reply = refusal(401, 'The access token is invalid');
    server.faults.push({ match: list, when: 'before', reply });
    await expect(reconcile()).rejects.toMatchObject({ code: 'platform-call-failed' });
  });

  it('is absent on a server without such a list, where it is not out either', async () => {
    await using server = await instance({ schedule: 'ignored' });
    const { reconcile } = prepare(server);
    server.faults.push({ match: list, when: 'before', reply: refusal(404, 'Not found') });
    expect((await reconcile()).status).toBe('absent');
  });

  it('is found on a later page', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server);
    for (let id = 90; id > 20; id -= 1) server.scheduled.push(waiting(id, `another ${id}`));
    server.scheduled.push(waiting(7, 'later'));
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '7' } });
    expect(server.problems).toEqual([]);
  });

  it('stays open when more posts wait than anybody can look through', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server);
    for (let id = 1500; id > 1000; id -= 1) server.scheduled.push(waiting(id, `another ${id}`));
    expect((await reconcile()).status).toBe('inconclusive');
    const pages = server.received.filter(({ path }) => path.endsWith('/scheduled_statuses'));
    expect(pages).toHaveLength(10);
  });
});
