import { Draft, instant, simulatedClock } from '@affiche/core';
import { metaAudience } from '@affiche/platforms/meta';
import { threads } from '@affiche/platforms/threads';
import { threadsSandbox, type ThreadsSettings } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';

const platform = threads();

async function open(settings: Partial<ThreadsSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await threadsSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account = { platform: 'threads', id, host: server.host, handle: 'bakery' };
  const io = adapterIo(credentials, clock);
  const compile = (draft: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', ...draft }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const publish = async (draft: object, options: object = {}) => {
    const publishedAt = instant(clock.now());
    const { outputs } = await runSteps(platform, account, compile(draft, options), io);
    return { id: outputs['post-0']?.id ?? '', publishedAt, outputs };
  };
  return {
    server,
    account,
    clock,
    io,
    compile,
    publish,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

describe('a container', () => {
  it('that is finished may not be found yet, and is published a little later', async () => {
    await using stage = await open({ notFoundSeconds: 20 });
    const { account, clock, io, compile, server } = stage;
    const [container, post] = compile({ items: [{ text: 'Soon.' }] });
    const { outputs } = await runSteps(platform, account, [container!], io);
    const armedAt = instant(clock.now());
    expect(await platform.run(account, post!, { outputs }, io)).toMatchObject({
      status: 'ambiguous',
      failure: { kind: 'transient' },
    });
    const asked = () => platform.reconcile(account, post!, { outputs }, armedAt, io);
    expect(await asked()).toMatchObject({ status: 'absent' });
    await clock.advance(20);
    expect(await platform.run(account, post!, { outputs }, io)).toMatchObject({ status: 'done' });
    expect(await asked()).toMatchObject({
      status: 'applied',
      output: { id: server.posts(account.id)[0]?.id },
    });
    expect((await platform.run(account, post!, { outputs }, io)).status).toBe('ambiguous');
    expect(server.posts(account.id)).toHaveLength(1);
  });

  it('that expired was never published', async () => {
    await using stage = await open();
    const { account, clock, io, compile } = stage;
    const [container, post] = compile({ items: [{ text: 'Too late.' }] });
    const { outputs } = await runSteps(platform, account, [container!], io);
    await clock.advance(86_400);
    const armedAt = instant(clock.now());
    expect(await platform.run(account, post!, { outputs }, io)).toMatchObject({
      status: 'rejected',
      failure: { kind: 'gone' },
    });
    expect(await platform.reconcile(account, post!, { outputs }, armedAt, io)).toMatchObject({
      status: 'absent',
      evidence: { statement: expect.stringContaining('EXPIRED') as string },
    });
  });
});

it('counts the day of an account, and keeps to it', async () => {
  await using stage = await open({ postsPerDay: 1 });
  const { account, io, clock, publish, compile } = stage;
  await publish({ items: [{ text: 'One.' }, { text: 'Two.', role: 'reply' }] });
  expect(await platform.facts(account, io)).toMatchObject({
    username: 'bakery',
    posts: { used: 1, total: 1 },
    replies: { used: 1, total: 1000 },
  });
  const [container, post] = compile({ items: [{ text: 'Three.' }] });
  const { outputs } = await runSteps(platform, account, [container!], io);
  expect(await platform.run(account, post!, { outputs }, io)).toMatchObject({
    failure: { kind: 'quota' },
  });
  await clock.advance(86_400);
  expect(await platform.facts(account, io)).toMatchObject({ posts: { used: 0 } });
});

it('renews a token that is a day old, and no younger one', async () => {
  await using stage = await open();
  const { account, clock, io } = stage;
  const renewed = await platform.authenticate(account, io);
  expect(renewed).toMatchObject({ expiresAt: '2027-03-05T11:00:00.000Z' });
  const fresh = { ...io, credentials: renewed };
  await expect(platform.verify(account, fresh)).resolves.toBeUndefined();
  await expect(platform.authenticate(account, fresh)).rejects.toThrow('24 hours');
  await clock.advance(60 * 86_400);
  await expect(platform.verify(account, fresh)).rejects.toMatchObject({
    details: { failure: { kind: 'auth-expired' } },
  });
});

it('reads what a post achieved, even when the network has given up a metric', async () => {
  await using stage = await open({ retiredMetrics: ['shares'] });
  const { account, clock, io, publish } = stage;
  const post = await publish({ items: [{ text: 'Boots.' }] });
  await clock.advance(86_400);
  const readings = await platform.insights(account, [post], io);
  const names = readings.map(({ subject, fact }) => `${subject.kind} ${fact}`);
  expect(names).toEqual([
    ...['views', 'reactions', 'comments', 'shares', 'quotes'].map((fact) => `post ${fact}`),
    ...['followers', 'views', 'reactions', 'comments', 'shares', 'quotes', 'linkClicks'].map(
      (fact) => `account ${fact}`,
    ),
  ]);
  expect(readings.every(({ value }) => value > 0)).toBe(true);
  expect(readings.at(-1)?.window).toEqual({
    from: '2026-12-08T11:00:00.000Z',
    to: '2027-01-05T11:00:00.000Z',
  });
});

it('tells who follows a profile', async () => {
  await using stage = await open();
  const parts = await metaAudience(stage.account, { by: 'gender' }, stage.io);
  expect(parts.map(({ part, people }) => `${part} ${people}`)).toEqual([
    'F 27500',
    'M 20000',
    'U 2500',
  ]);
});

it('finds what readers answered, hides it, and answers it', async () => {
  await using stage = await open();
  const { account, clock, io, publish, server } = stage;
  const post = await publish({ items: [{ text: 'Boots.' }] });
  await clock.advance(86_400);
  const { items } = await platform.inbox.list(account, {}, io);
  expect(new Set(items.map(({ inReplyTo }) => inReplyTo))).toEqual(new Set([post.id]));
  const [first] = items;
  await platform.inbox.hide(account, first!, io);
  const url = `${server.url}/v1.0/${post.id}/replies?limit=100`;
  const headers = { authorization: `Bearer ${io.credentials['accessToken']}` };
  const hidden = async () => {
    const { data } = (await (await fetch(url, { headers })).json()) as {
      data: { id: string; hide_status: string }[];
    };
    return data.filter(({ hide_status: status }) => status === 'HIDDEN').map(({ id }) => id);
  };
  expect(await hidden()).toEqual([first!.id]);
  await platform.inbox.unhide(account, first!, io);
  expect(await hidden()).toEqual([]);
  await publish({ replyTo: { id: first!.id }, items: [{ text: 'Thank you.' }] });
  expect(server.posts(account.id).at(-1)).toMatchObject({ inReplyTo: first!.id });
});

it('takes a post down, twice as well as once', async () => {
  await using stage = await open();
  const { account, io, compile, publish, server } = stage;
  const draft = { items: [{ text: 'Oops.' }] };
  const { outputs } = await publish(draft);
  const step = compile(draft).at(-1)!;
  await platform.undo(account, step, outputs['post-0']!, io);
  await platform.undo(account, step, outputs['post-0']!, io);
  expect(server.posts(account.id)).toEqual([]);
});

it('lets answers wait until somebody approves them, and shows a post again', async () => {
  await using stage = await open();
  const { account, clock, io, publish, server } = stage;
  const post = await publish({ items: [{ text: 'Boots.' }] }, { approveReplies: true });
  await clock.advance(86_400);
  const answers = async () => (await platform.inbox.list(account, {}, io)).items.length;
  expect(await answers()).toBe(0);
  const waiting = await platform.inbox.pending(account, post, io);
  const [first, second] = waiting;
  await platform.inbox.approve(account, first!, io);
  await platform.inbox.reject(account, second!, io);
  expect(await answers()).toBe(1);
  expect(await platform.inbox.pending(account, post, io)).toHaveLength(waiting.length - 2);
  const again = await platform.repost(account, post, io);
  expect(server.posts(account.id).map(({ id }) => id)).toEqual([post.id, again.id]);
});

it('publishes a long text with its link and its styles, and veils a part of the short one', async () => {
  await using stage = await open();
  const { account, publish, server } = stage;
  const longText = 'The galette is back.';
  const styled = { offset: 4, length: 7, styles: ['bold', 'italic'] };
  const options = {
    longText,
    longTextStyles: [styled],
    longTextLink: 'https://example.com/galette',
    spoilers: [{ offset: 0, length: 4 }],
  };
  await publish({ items: [{ text: 'Almonds inside' }] }, options);
  expect(server.posts(account.id)).toMatchObject([{ text: 'Almonds inside' }]);
  const beyond = { ...options, longTextStyles: [{ ...styled, length: 17 }] };
  await expect(publish({ items: [{ text: 'Boots' }] }, beyond)).rejects.toThrow('range');
});
