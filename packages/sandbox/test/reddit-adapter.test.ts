import { type Account, Draft, instant, simulatedClock } from '@affiche/core';
import { reddit, redditOAuth } from '@affiche/platforms/reddit';
import { redditSandbox, type RedditSandboxSettings } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { film, picture } from './crash-matrix.ts';

const platform = reddit({ subreddits: ['strictly_boots'] });
const poster = { source: { path: 'pixel.png' }, mimeType: 'image/png' };

async function open(settings: Partial<RedditSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await redditSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account: Account = { platform: 'reddit', id, host: server.host };
  const io = adapterIo(credentials, clock);
  const filmBytes = new Uint8Array(Buffer.from('\0\0\0\x1cftypisom\0\0\0\0'));
  const openMedia: typeof io.openMedia = async (source) =>
    'path' in source && source.path === 'film.mp4' ? filmBytes : io.openMedia(source);
  const compile = (items: object[], more: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', items }),
        options: platform.options.parse({ subreddit: 'boots', title: 'Boots', ...more }),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const world = { ...io, openMedia };
  return {
    server,
    account,
    clock,
    io: world,
    compile,
    publish: (items: object[], more: object = {}) =>
      runSteps(platform, account, compile(items, more), world),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

it('posts everything that can be posted, and comments under it', async () => {
  await using stage = await open();
  const { publish, server, account } = stage;
  const { outputs } = await publish([
    { text: 'Resoled.' },
    { text: 'For life.', role: 'reply' },
    { text: 'Ask us.', role: 'first-comment' },
  ]);
  await publish([{ link: { url: 'https://example.com/1' } }], { title: 'A link' });
  await publish([{ media: [picture] }], { title: 'A picture', flair: { id: 'f1' } });
  await publish([{ media: [film] }], { title: 'A film', poster });
  await publish([{ media: [picture, picture] }], { title: 'Two', gallery: [{ caption: 'One' }] });
  const posts = server.posts(account.id);
  expect(posts.map(({ text }) => text)).toEqual([
    'Resoled.',
    'For life.',
    'Ask us.',
    'A link',
    'A picture',
    'A film',
    'Two',
  ]);
  expect(posts.slice(1, 3).map(({ inReplyTo }) => inReplyTo)).toEqual([posts[0]?.id, posts[0]?.id]);
  expect(outputs['submit-0']).toEqual({ id: posts[0]?.id, url: posts[0]?.url });
});

it('asks in a poll, and finds it again by its title and its words', async () => {
  await using stage = await open();
  const { publish, compile, io, account, server, clock } = stage;
  const poll = { options: ['Red', 'Black'], durationSeconds: 2 * 86_400 };
  const items = [{ text: 'The next pair.', poll }];
  const { outputs } = await publish(items);
  const [step] = compile(items);
  const armedAt = instant(clock.now());
  const found = await platform.reconcile(account, step!, { outputs: {} }, armedAt, io);
  expect(found).toMatchObject({ status: 'applied', output: outputs['submit-0'] });
  expect(server.posts(account.id).map(({ text }) => text)).toEqual(['The next pair.']);
  const [long] = compile([{ poll: { ...poll, durationSeconds: 8 * 86_400 } }]);
  expect(await platform.run(account, long!, { outputs: {} }, io)).toMatchObject({
    failure: { kind: 'invalid', code: 'INVALID_OPTION' },
  });
});

it('waits for a post with media, and does not post a link again', async () => {
  await using stage = await open({ processingSeconds: 45 });
  const { publish, compile, io, account, clock } = stage;
  const [upload, submit] = compile([{ media: [picture] }]);
  const { outputs } = await runSteps(platform, account, [upload!], io);
  let progress: Parameters<typeof platform.run>[2] = { outputs };
  const run = async () => {
    const result = await platform.run(account, submit!, progress, io);
    if (result.status === 'pending') progress = { outputs, checkpoint: result.checkpoint };
    return result;
  };
  expect(await run()).toMatchObject({ notBefore: '2027-01-04T11:00:10.000Z' });
  expect(await run()).toMatchObject({ status: 'pending' });
  await clock.advance(45);
  expect(await run()).toMatchObject({ status: 'done' });
  const link = [{ link: { url: 'https://example.com/1' } }];
  await publish(link);
  const [step] = compile(link);
  expect(await platform.run(account, step!, { outputs: {} }, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'duplicate', code: 'ALREADY_SUB' },
  });
});

it('edits a text, finds the edit, and deletes what it made, twice as well as once', async () => {
  await using stage = await open();
  const { publish, compile, io, account, server, clock } = stage;
  const { outputs } = await publish([{ text: 'Resoled.' }]);
  const id = outputs['submit-0']?.id ?? '';
  const [edit] = compile([{ text: 'Resoled twice.' }], { edits: { id } });
  const look = () => platform.reconcile(account, edit!, { outputs: {} }, instant(clock.now()), io);
  expect(await look()).toMatchObject({ status: 'absent' });
  await platform.run(account, edit!, { outputs: {} }, io);
  expect(await look()).toMatchObject({ status: 'applied' });
  expect(server.posts(account.id)[0]?.text).toBe('Resoled twice.');
  const [step] = compile([{ text: 'Resoled.' }]);
  for (let time = 0; time < 2; time += 1) {
    await platform.undo(account, step!, outputs['submit-0']!, io);
  }
  expect(server.posts(account.id)).toEqual([]);
});

it('reads counts, answers, and what communities want; takes an answer away', async () => {
  await using stage = await open();
  const { publish, io, account, clock } = stage;
  const publishedAt = instant(clock.now());
  const { outputs } = await publish([{ text: 'Resoled.' }]);
  await clock.advance(80_000);
  const post = { id: outputs['submit-0']?.id ?? '', publishedAt };
  const readings = await platform.insights(account, [post, { ...post, id: 't3_gone' }], io);
  expect(readings.map(({ fact }) => fact)).toEqual(['reactions', 'comments', 'shares']);
  const { items } = await platform.inbox.list(account, {}, io);
  expect(items[0]).toMatchObject({ kind: 'comment', inReplyTo: post.id });
  await platform.inbox.hide?.(account, items[0]!, io);
  const { items: left } = await platform.inbox.list(account, {}, io);
  expect(left.map(({ id }) => id)).not.toContain(items[0]?.id);
  const { communities } = await platform.facts(account, io);
  expect(communities).toEqual([
    {
      name: 'strictly_boots',
      flairRequired: true,
      flairs: [
        { id: 'f1', text: 'Question' },
        { id: 'f2', text: 'News' },
      ],
    },
  ]);
});

it('lets somebody sign in, and renews what has ended', async () => {
  await using stage = await open();
  const { account, clock, io, server } = stage;
  const redirectUri = 'https://tool.example/back';
  const request = { clientId: 'sandbox', redirectUri, scopes: ['submit'], state: 'state' };
  const { pathname, search } = new URL(await redditOAuth.authorizationUrl(request));
  const consent = await fetch(`${server.url}${pathname}${search}`, {
    method: 'POST',
    body: new URLSearchParams({ account: account.id }),
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const granted = await redditOAuth.exchangeCode(account, { code, redirectUri }, io);
  await clock.advance(2 * 86_400);
  const stale = { ...io, credentials: granted };
  await expect(platform.verify(account, stale)).rejects.toThrow('401');
  const renewed = await platform.authenticate(account, stale);
  await platform.verify(account, { ...io, credentials: renewed });
  const other = { ...account, id: 'somebody' };
  await expect(platform.verify(other, { ...io, credentials: renewed })).rejects.toThrow('opens');
});
