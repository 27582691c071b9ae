import {
  type Account,
  type AnyPlatform,
  Draft,
  instant,
  type PlatformIo,
  type PublishedPost,
  type SimulatedClock,
  simulatedClock,
} from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';

interface Stage extends AsyncDisposable {
  readonly account: Account;
  readonly clock: SimulatedClock;
  readonly io: PlatformIo;
  readonly texts: () => string[];
}

async function onBluesky(): Promise<Stage> {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await blueskySandbox({ clock });
  const { id, credentials } = server.createAccount({ handle: 'bakery.test', followers: 5000 });
  const account = { platform: 'bluesky', id, host: server.host };
  // Days pass in these tests, and nobody is here to renew a session.
  server.settings.accessTokenSeconds = 30 * 86_400;
  const session = await bluesky().authenticate(account, adapterIo(credentials, clock));
  const texts = () => server.posts(id).map(({ text }) => text);
  return {
    account,
    clock,
    io: adapterIo(session, clock),
    texts,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function onMastodon(): Promise<Stage> {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await mastodonSandbox({ clock });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 5000 });
  const account = { platform: 'mastodon', id, host: server.host };
  const texts = () => server.posts(id).map(({ text }) => text);
  return {
    account,
    clock,
    io: adapterIo(credentials, clock),
    texts,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function publish(
  platform: AnyPlatform,
  { account, io }: Stage,
  input: Partial<Draft>,
): Promise<PublishedPost> {
  const draft = Draft.parse({ id: 'draft', ...input });
  const facts = await platform.facts(account, io);
  const composition = { account, draft, options: platform.options.parse({}), facts };
  expect(platform.check(composition).filter(({ severity }) => severity === 'error')).toEqual([]);
  const publishedAt = instant(io.clock.now());
  const steps = platform.compile(composition, { key: JSON.stringify(input), at: publishedAt });
  const { outputs } = await runSteps(platform, account, steps, io);
  return { id: outputs['post-0']?.id ?? '', publishedAt };
}

describe.each([
  ['Bluesky', bluesky() as AnyPlatform, onBluesky],
  ['Mastodon', mastodon() as AnyPlatform, onMastodon],
] as const)('the %s adapter', (_name, platform, start) => {
  it('reads the same counts twice at one time, and more of them later', async () => {
    await using stage = await start();
    const { account, clock, io } = stage;
    const post = await publish(platform, stage, { items: [item('The galette is back.')] });
    const read = async () => {
      const readings = (await platform.insights?.(account, [post], io)) ?? [];
      return new Map<string, number>(
        readings.map(({ subject, fact, value }) => [`${subject.kind} ${fact}`, value]),
      );
    };
    expect((await read()).get('post reactions')).toBe(0);
    await clock.advance(3600);
    const soon = await read();
    expect(await read()).toEqual(soon);
    await clock.advance(86_400);
    const later = await read();
    expect(later.get('post reactions')).toBeGreaterThan(soon.get('post reactions') ?? Infinity);
    for (const fact of ['post comments', 'post shares', 'account followers', 'account posts']) {
      expect(later.get(fact)).toBeGreaterThan(0);
    }
  });

  it('finds what readers answered, and answers them', async () => {
    await using stage = await start();
    const { account, clock, io, texts } = stage;
    const post = await publish(platform, stage, { language: 'fr', items: [item('Bonjour !')] });
    await clock.advance(86_400);
    const items = (await platform.inbox?.list(account, {}, io))?.items ?? [];
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['reply']));
    expect(new Set(items.map(({ inReplyTo }) => inReplyTo))).toEqual(new Set([post.id]));
    const [answered] = items;
    if (!answered) throw new Error('nobody answered');
    const { id, version, root } = answered;
    const replyTo = { id, ...(version && { version }), ...(root && { root }) };
    await publish(platform, stage, { replyTo, items: [item('Merci !')] });
    // Without the version it has to be looked up first.
    await publish(platform, stage, { replyTo: { id }, items: [item('Et bonne année !')] });
    expect(texts()).toEqual(['Bonjour !', 'Merci !', 'Et bonne année !']);
  });
});

it('hides a reply on Bluesky from everybody who reads the thread', async () => {
  await using stage = await onBluesky();
  const { account, clock, io } = stage;
  const platform = bluesky();
  const post = await publish(platform, stage, { items: [item('Hello.')] });
  await clock.advance(86_400);
  const { items } = await platform.inbox.list(account, {}, io);
  const [rude] = items;
  if (!rude) throw new Error('nobody answered');
  const replies = async () => {
    const query = new URLSearchParams({ uri: post.id });
    const response = await fetch(
      `http://${account.host}/xrpc/app.bsky.feed.getPostThread?${query.toString()}`,
      { headers: { authorization: `Bearer ${io.credentials['accessJwt']}` } },
    );
    const { thread } = (await response.json()) as {
      thread: { replies: { post: { uri: string } }[] };
    };
    return thread.replies.map((reply) => reply.post.uri);
  };
  const before = await replies();
  expect(before).toContain(rude.id);
  await platform.inbox.hide(account, rude, io);
  await platform.inbox.hide(account, rude, io);
  expect(await replies()).toEqual(before.filter((id) => id !== rude.id));
});

function item(text: string): Draft['items'][number] {
  return { text, media: [], role: 'post' };
}
