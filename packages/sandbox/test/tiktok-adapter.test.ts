import { type Account, Draft, instant, type MediaSource, simulatedClock } from '@affiche/core';
import { tiktok, tiktokOAuth } from '@affiche/platforms/tiktok';
import { tiktokSandbox, type TikTokSandboxSettings } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { chosen } from '../../platforms/test/tiktok/options.ts';
import { adapterIo, runSteps } from './adapter-io.ts';
import { film } from './crash-matrix.ts';
import { pixel } from './personal-data-server/blobs.ts';

const platform = tiktok({ audited: true, chunkBytes: 5_000_000 });
const photo = {
  source: { url: 'https://cdn.example.com/1.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
};
const fetched = { ...film, source: { url: 'https://cdn.example.com/film.mp4' } };
// Three chunks, of which the last takes the remainder.
const longFilm = new Uint8Array(16_000_007);
longFilm.set(Buffer.from('00000018667479706d703432', 'hex'));

async function open(settings: Partial<TikTokSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await tiktokSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account: Account = { platform: 'tiktok', id, host: server.host };
  const io = {
    ...adapterIo(credentials, clock),
    openMedia: async (source: MediaSource) =>
      'path' in source && source.path === 'film.mp4' ? longFilm : pixel,
  };
  const compile = (item: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', items: [item] }),
        options: platform.options.parse({ ...chosen, ...options }),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const publish = async (item: object, options: object = {}) => {
    const publishedAt = instant(clock.now());
    const { outputs } = await runSteps(platform, account, compile(item, options), io);
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

it('publishes everything that there is to publish', { timeout: 30_000 }, async () => {
  await using stage = await open();
  const { server, account, publish } = stage;
  const posts = [
    await publish({ text: 'A film in three chunks.', media: [film] }),
    await publish({ text: 'A film that is fetched.', media: [fetched] }, { transfer: 'pull' }),
    await publish(
      { text: 'Two photos.', media: [photo, photo] },
      { title: 'Galette', firstPhoto: 1 },
    ),
    await publish({ text: 'For nobody.', media: [photo] }, { privacyLevel: 'SELF_ONLY' }),
  ];
  expect(server.posts(account.id).map(({ text }) => text)).toEqual([
    'A film in three chunks.',
    'A film that is fetched.',
    'Two photos.',
    'For nobody.',
  ]);
  expect(server.posts(account.id).map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
  await publish({ media: [fetched] }, { mode: 'inbox', transfer: 'pull' });
  await publish({ text: 'Later.', media: [photo] }, { mode: 'inbox' });
  expect(server.posts(account.id)).toHaveLength(4);
});

it(
  'goes on in the middle of a film, from where the server stands',
  { timeout: 30_000 },
  async () => {
    await using stage = await open();
    const { server, account, compile, io, clock } = stage;
    const [begin, send] = compile({ text: 'Cut.', media: [film] });
    const { outputs } = await runSteps(platform, account, [begin!], io);
    const run = (checkpoint?: { phase: string; sent: number }) =>
      platform.run(account, send!, { outputs, ...(checkpoint && { checkpoint }) }, io);
    expect(await run()).toMatchObject({ checkpoint: { phase: 'send', sent: 5_000_000 } });
    server.faults.add({ on: 'PUT /video/', effect: 'cut-after-commit' });
    expect(await run({ phase: 'send', sent: 5_000_000 })).toMatchObject({ status: 'ambiguous' });
    const found = await platform.reconcile(account, send!, { outputs }, instant(clock.now()), io);
    expect(found).toMatchObject({
      status: 'absent',
      evidence: { statement: expect.stringContaining('with 10000000 bytes') as string },
    });
    // Whoever has forgotten everything is told.
    expect(await run()).toMatchObject({ checkpoint: { phase: 'send', sent: 10_000_000 } });
    await runSteps(platform, account, [send!], io).catch(() => undefined);
    const { results } = await runSteps(
      platform,
      account,
      compile({ text: 'Whole.', media: [film] }),
      io,
    );
    expect(results).toHaveLength(5);
  },
);

describe('a post whose answer was lost', () => {
  const pull = { transfer: 'pull' };
  const item = { text: 'Folding #galette', media: [fetched] };

  it('is found where everybody sees it, and otherwise left to a person', async () => {
    await using stage = await open({ moderationSeconds: 60 });
    const { account, compile, clock, io, publish } = stage;
    const armedAt = instant(clock.now());
    const [step] = compile(item, pull);
    const look = (each = step!) => platform.reconcile(account, each, { outputs: {} }, armedAt, io);
    expect(await look()).toMatchObject({ status: 'inconclusive' });
    await publish(item, pull);
    expect(await look()).toMatchObject({ status: 'inconclusive' });
    await clock.advance(60);
    expect(await look()).toMatchObject({ status: 'applied' });
    const [hidden] = compile(item, { ...pull, privacyLevel: 'SELF_ONLY' });
    expect(hidden).toMatchObject({ visibility: 'private', recognition: 'none' });
    expect(await look(hidden)).toMatchObject({ status: 'inconclusive' });
  });

  it('is asked about when its number is known', async () => {
    await using stage = await open();
    const { account, compile, clock, io } = stage;
    const armedAt = instant(clock.now());
    const [step] = compile(item, { ...pull, privacyLevel: 'SELF_ONLY' });
    const result = await platform.run(account, step!, { outputs: {} }, io);
    const progress = {
      outputs: {},
      ...(result.status === 'pending' && { checkpoint: result.checkpoint }),
    };
    expect(await platform.reconcile(account, step!, progress, armedAt, io)).toMatchObject({
      status: 'applied',
    });
  });
});

it('reads what the creator may choose from, and meets what the server enforces', async () => {
  await using stage = await open({ audited: false, commentsOff: true, maxSeconds: 60 });
  const { account, compile, io, server } = stage;
  expect(await platform.facts(account, io)).toEqual({
    username: 'bakery',
    nickname: 'bakery',
    privacyLevels: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
    commentsOff: true,
    duetsOff: false,
    stitchesOff: false,
    maxSeconds: 60,
    readAt: '2027-01-04T11:00:00.000Z',
  });
  const attempt = (options: object, source = photo.source) => {
    const [step] = compile({ text: 'x', media: [{ ...photo, source }] }, options);
    return platform.run(account, step!, { outputs: {} }, io);
  };
  expect(await attempt({})).toMatchObject({
    status: 'rejected',
    failure: { kind: 'permission', hint: expect.stringContaining('audited') as string },
  });
  const stranger = { url: 'https://example.org/1.jpg' };
  expect(await attempt({ privacyLevel: 'SELF_ONLY' }, stranger)).toMatchObject({
    failure: { code: 'url_ownership_unverified' },
  });
  Object.assign(server.settings, { postsPerDay: 0 });
  expect(await attempt({ privacyLevel: 'SELF_ONLY' })).toMatchObject({
    failure: { kind: 'quota' },
  });
});

it('reads counts, of a post too that got its number late', async () => {
  await using stage = await open({ moderationSeconds: 3600 });
  const { account, clock, io, publish } = stage;
  const post = await publish({ text: 'Late.', media: [photo] });
  expect(post.id).toMatch(/^v_pub_url/);
  expect(await platform.insights(account, [post], io)).toHaveLength(1);
  await clock.advance(86_000);
  const readings = await platform.insights(account, [post], io);
  expect(readings.map(({ fact }) => fact)).toEqual(platform.manifest.facts);
  expect(readings.every(({ value }) => value > 0)).toBe(true);
});

it('lets somebody sign in, and renews tokens that are good for a day', async () => {
  await using stage = await open();
  const { account, clock, io, server } = stage;
  const [redirectUri, codeVerifier] = ['https://tool.example/back', 'verifier'.repeat(6)];
  const address = new URL(
    await tiktokOAuth.authorizationUrl({
      clientId: 'sandbox',
      redirectUri,
      scopes: ['user.info.basic', 'video.publish'],
      state: 'state',
      codeVerifier,
    }),
  );
  const consent = await fetch(`${server.url}${address.pathname}${address.search}`, {
    method: 'POST',
    body: new URLSearchParams({ account: account.id }),
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const given = { code, redirectUri, codeVerifier };
  const granted = await tiktokOAuth.exchangeCode(account, given, io);
  await clock.advance(2 * 86_400);
  const stale = { ...io, credentials: granted };
  await expect(platform.verify(account, stale)).rejects.toMatchObject({
    details: { failure: { kind: 'auth-expired' } },
  });
  const renewed = await platform.authenticate(account, stale);
  await platform.verify(account, { ...io, credentials: renewed });
  await expect(platform.authenticate(account, stale)).rejects.toMatchObject({
    details: { failure: { kind: 'permission' } },
  });
});
