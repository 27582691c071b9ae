import { type Account, Draft, instant, simulatedClock } from '@affiche/core';
import {
  googleBusinessProfile,
  googleBusinessProfileOAuth,
} from '@affiche/platforms/google-business-profile';
import { type Fault, googleBusinessProfileSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { atCommit, once, publishUnder } from './crash-matrix.ts';

const platform = googleBusinessProfile();

async function open(moderationSeconds = 0) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const settings = { moderationSeconds, accessSeconds: 1e7 };
  const server = await googleBusinessProfileSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account: Account = { platform: platform.id, id, host: server.host };
  const io = adapterIo(credentials, clock);
  const compile = (item: object, options: object = {}, replyTo?: object) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', items: [item], replyTo }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const run = (steps: ReturnType<typeof compile>) => runSteps(platform, account, steps, io);
  const look = ([step]: ReturnType<typeof compile>) =>
    platform.reconcile(account, step!, { outputs: {} }, instant(clock.now()), io);
  const close = () => server.close();
  return { server, account, clock, io, compile, run, look, [Symbol.asyncDispose]: close };
}

describe.each(atCommit)('%s', (effect) => {
  const draft = Draft.parse({ id: 'one', items: [{ text: 'New boots are in' }] });
  it.concurrent('ends with one post', async () => {
    const fault: Fault = { on: 'POST /localPosts', effect };
    const start = googleBusinessProfileSandbox;
    const end = await publishUnder(fault, { platform, start, handle: 'bakery', draft });
    expect(end).toEqual({ ...once(draft), chained: false });
  });
});

it('publishes news, events and offers, changes them, and deletes them', async () => {
  await using stage = await open();
  const { compile, run, look, server, account, io } = stage;
  const start = { date: '2027-01-09', time: '18:00' };
  const link = { url: 'https://example.com/p/1' };
  const news = compile({ text: 'News', link }, { action: 'SHOP' });
  const { outputs } = await run(news);
  const event = { title: 'Sale', start, end: { date: '2027-01-10' } };
  await run(compile({ text: 'Event' }, { event, action: 'CALL' }));
  await run(compile({ text: 'Offer' }, { event, offer: { couponCode: 'BOOTS' } }));
  expect(server.posts(account.id).map(({ text }) => text)).toEqual(['News', 'Event', 'Offer']);
  const edit = compile({ text: 'Newer', link }, { edits: { id: outputs['create-0']?.id } });
  expect(await look(edit)).toMatchObject({ status: 'absent' });
  await run(edit);
  expect(await look(edit)).toMatchObject({ status: 'applied' });
  for (let time = 0; time < 2; time += 1) {
    await platform.undo(account, news[0]!, outputs['create-0']!, io);
  }
  expect(server.posts(account.id)).toHaveLength(2);
});

it('waits until Google has looked at a post', async () => {
  await using stage = await open(15);
  const { compile, look, account, io, clock } = stage;
  const finish = async (text: string) => {
    const [step] = compile({ text });
    const first = await platform.run(account, step!, { outputs: {} }, io);
    expect(first.status).toBe('pending');
    await clock.advance(20);
    const checkpoint = first.status === 'pending' ? first.checkpoint : null;
    return platform.run(account, step!, { outputs: {}, checkpoint }, io);
  };
  const news = compile({ text: 'New boots' });
  const refused = compile({ text: 'Call +43 1 234 56 78' });
  await platform.run(account, news[0]!, { outputs: {} }, io);
  expect(await look(news)).toMatchObject({
    status: 'inconclusive',
    why: expect.stringContaining('still looks'),
  });
  await platform.run(account, refused[0]!, { outputs: {} }, io);
  await clock.advance(20);
  expect(await look(news)).toMatchObject({ status: 'applied' });
  expect(await look(refused)).toMatchObject({
    status: 'inconclusive',
    why: expect.stringContaining('rejected'),
  });
  expect(await finish('New shoes')).toMatchObject({ status: 'done' });
  expect(await finish('Call +43 1 234 56 78')).toMatchObject({ failure: { kind: 'blocked' } });
});

it('reads reviews with their stars, answers one, and measures the place', async () => {
  await using stage = await open();
  const { compile, run, look, account, io, clock } = stage;
  await run(compile({ text: 'News' }));
  await clock.advance(5 * 86_400);
  const { items } = await platform.inbox.list(account, {}, io);
  expect(items[0]?.text).toMatch(/^★+☆*\nAs good as they say\.$/);
  const answer = compile({ text: 'Thank you.' }, {}, { id: items[0]?.id });
  expect(await look(answer)).toMatchObject({ status: 'absent' });
  const { outputs } = await run(answer);
  expect(await look(answer)).toMatchObject({ status: 'applied' });
  await platform.undo(account, answer[0]!, outputs['reply-0']!, io);
  expect(await look(answer)).toMatchObject({ status: 'absent' });
  const readings = await platform.insights(account, [], io);
  expect(readings.map(({ fact }) => fact).toSorted()).toEqual(platform.manifest.facts.toSorted());
  expect(readings.every(({ value }) => value > 0)).toBe(true);
});

it('lets somebody sign in, renews, and refuses another place', async () => {
  await using stage = await open();
  const { account, io, server } = stage;
  const redirectUri = 'https://tool.example/back';
  const request = { clientId: 'sandbox', redirectUri, scopes: ['x'], state: 'state' };
  const { pathname, search } = new URL(await googleBusinessProfileOAuth.authorizationUrl(request));
  const consent = await fetch(`${server.url}${pathname}${search}`, {
    method: 'POST',
    body: new URLSearchParams({ account: account.id }),
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const granted = await googleBusinessProfileOAuth.exchangeCode(account, { code, redirectUri }, io);
  const renewed = await platform.authenticate(account, { ...io, credentials: granted });
  await platform.verify(account, { ...io, credentials: renewed });
  expect(await platform.facts(account, io)).toEqual({ title: 'bakery' });
  const other = { ...account, id: 'accounts/1/locations/2' };
  await expect(platform.verify(other, io)).rejects.toThrow('PERMISSION_DENIED');
});
