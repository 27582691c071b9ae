import { instant, type PublishedPost, type Step } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { metaAudience } from '@affiche/platforms/meta';
import { instagramOAuth } from '@affiche/platforms/oauth';
import { expect, it } from 'vitest';
import { film, image, openInstagram } from './instagram-stage.ts';
import { adapterIo, runSteps } from './adapter-io.ts';

const platform = instagram();
const picture = { items: [{ text: 'Boots.', media: [image] }] };

it('publishes every kind of post, and knows where people see it', async () => {
  await using stage = await openInstagram();
  const { account, server } = stage;
  const drafts = [
    [picture, {}, '/p/'],
    [{ items: [{ text: 'Two.', media: [image, film] }] }, {}, '/p/'],
    [
      { items: [{ text: 'A reel.', media: [film] }] },
      { audioName: 'Bakery', coverSeconds: 2, trial: 'manual' },
      '/reel/',
    ],
    [{ items: [{ media: [image] }] }, { format: 'story' }, '/stories/'],
  ] as const;
  for (const [draft, options, where] of drafts) {
    const { outputs } = await stage.publish(draft, options);
    expect(outputs['permalink-0']).toMatchObject({
      id: outputs['post-0']?.id,
      url: expect.stringContaining(where) as string,
    });
  }
  expect(server.posts(account.id)).toHaveLength(4);
});

it('sends a film that has no address, to the container that waits for it', async () => {
  await using stage = await openInstagram();
  const sent = { ...film, source: { path: 'film.mp4' } };
  const { outputs } = await stage.publish({ items: [{ text: 'Sent.', media: [sent] }] });
  expect(outputs['post-0']?.id).toBe(stage.server.posts(stage.account.id)[0]?.id);
});

it('hears of a picture that is accepted and refused a moment later', async () => {
  await using stage = await openInstagram();
  const named = { ...image, source: { url: 'https://cdn.example.com/boots.png' } };
  await expect(stage.publish({ items: [{ text: 'PNG.', media: [named] }] })).rejects.toThrow(
    /2207005.*fitImage/,
  );
});

it('finds a finished container that is not found yet, and publishes it a little later', async () => {
  await using stage = await openInstagram({ notFoundSeconds: 20 });
  const { account, clock, io, server } = stage;
  const { post, outputs } = await stage.prepare(picture);
  const armedAt = instant(clock.now());
  expect(await platform.run(account, post, { outputs }, io)).toMatchObject({
    status: 'ambiguous',
    failure: { kind: 'transient', message: expect.stringContaining('Media Not Found') as string },
  });
  const asked = () => platform.reconcile(account, post, { outputs }, armedAt, io);
  expect(await asked()).toMatchObject({ status: 'absent' });
  await clock.advance(20);
  expect(await platform.run(account, post, { outputs }, io)).toMatchObject({ status: 'done' });
  const [shown] = server.posts(account.id);
  expect(await asked()).toMatchObject({ status: 'applied', output: { id: shown?.id } });
  expect((await platform.run(account, post, { outputs }, io)).status).toBe('ambiguous');
  expect(server.posts(account.id)).toHaveLength(1);
});

it('knows that an expired container was never published', async () => {
  await using stage = await openInstagram();
  const { account, clock, io } = stage;
  const { post, outputs } = await stage.prepare(picture);
  await clock.advance(86_400);
  expect(await platform.run(account, post, { outputs }, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'gone' },
  });
});

it('reads the day of an account, and makes no container when it is full', async () => {
  await using stage = await openInstagram({ postsPerDay: 1 });
  const { account, clock, io } = stage;
  await stage.publish(picture);
  expect(await platform.facts(account, io)).toEqual({
    username: 'bakery',
    posts: { used: 1, total: 1, windowSeconds: 86_400 },
    readAt: instant(clock.now()),
  });
  const [quota] = stage.compile(picture);
  const refused = { status: 'rejected', failure: { kind: 'quota' } };
  expect(await platform.run(account, quota!, { outputs: {} }, io)).toMatchObject(refused);
  await clock.advance(86_400);
  const open = await platform.run(account, quota!, { outputs: {} }, io);
  expect(open.status).toBe('done');
});

it('reads what posts achieved, even when the network has given up metrics', async () => {
  await using stage = await openInstagram({ retiredMetrics: ['impressions', 'plays', 'saved'] });
  const posts: PublishedPost[] = [];
  for (const [media, options] of [
    [image, {}],
    [film, {}],
    [image, { format: 'story' }],
  ] as const) {
    const publishedAt = instant(stage.clock.now());
    const { outputs } = await stage.publish({ items: [{ text: 'x', media: [media] }] }, options);
    posts.push({ id: outputs['post-0']?.id ?? '', publishedAt });
  }
  await stage.clock.advance(86_399);
  const readings = await platform.insights(stage.account, posts, stage.io);
  const factsOf = (id: string) =>
    readings.flatMap((each) => (each.subject.id === id ? [each.fact] : []));
  const [feed, reel, story] = posts.map(({ id }) => factsOf(id));
  expect(feed).toEqual(expect.arrayContaining(['views', 'reach', 'reactions', 'profileVisits']));
  expect(feed).not.toContain('saves');
  expect(feed).not.toContain('impressions');
  expect(reel).toEqual(expect.arrayContaining(['watchSeconds', 'averageWatchSeconds']));
  expect(story).toEqual(expect.arrayContaining(['storyReplies', 'storyNavigation']));
  const watch = readings.find(({ fact }) => fact === 'averageWatchSeconds');
  expect(watch?.value).toBeCloseTo(4.2);
  const ofAccount = readings.filter(({ subject }) => subject.kind === 'account');
  expect(ofAccount.map(({ fact }) => fact)).toEqual(
    expect.arrayContaining(['followers', 'posts', 'reach', 'follows', 'unfollows']),
  );
  await stage.clock.advance(1);
  const later = await platform.insights(stage.account, posts.slice(2), stage.io);
  expect(later.every(({ subject }) => subject.kind === 'account')).toBe(true);
});

it('tells who follows an account, and nothing of a few', async () => {
  await using stage = await openInstagram();
  const { account, clock, io, server } = stage;
  const countries = await metaAudience(account, { by: 'country' }, io);
  expect(countries).toEqual([
    { part: 'FR', people: 4800 },
    { part: 'BE', people: 2000 },
    { part: 'CH', people: 1200 },
  ]);
  const engaged = await metaAudience(account, { by: 'age', of: 'engaged' }, io);
  expect(engaged[1]).toEqual({ part: '25-34', people: 4000 });
  const few = server.createAccount({ handle: 'corner', followers: 99 });
  const asCorner = adapterIo(few.credentials, clock);
  expect(await metaAudience({ ...account, id: few.id }, { by: 'city' }, asCorner)).toEqual([]);
});

it('connects an account by Instagram’s own login, and renews its token after a day', async () => {
  await using stage = await openInstagram();
  const { account, clock, io, server } = stage;
  const query = new URLSearchParams({
    client_id: '42',
    redirect_uri: 'https://bakery.example/connected',
    response_type: 'code',
    state: 'unguessable',
  });
  const consent = await fetch(`${server.url}/oauth/authorize?${query.toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ account: account.id }),
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const given = { code: `${code}#_`, redirectUri: 'https://bakery.example/connected' };
  const application = { ...io, credentials: { clientId: '42', clientSecret: 'hush' } };
  const credentials = await instagramOAuth.exchangeCode(account, given, application);
  expect(credentials).toMatchObject({ expiresAt: instant(clock.now() + 60 * 86_400_000) });
  const connected = { ...io, credentials };
  expect(await instagramOAuth.accounts(connected, { host: server.host })).toEqual([
    { platform: 'instagram', id: account.id, host: server.host, handle: '@bakery' },
  ]);
  await expect(platform.authenticate(account, connected)).rejects.toThrow('24 hours');
  await clock.advance(86_400);
  const renewed = await platform.authenticate(account, connected);
  expect(renewed['accessToken']).not.toBe(credentials['accessToken']);
  await clock.advance(60 * 86_400);
  await expect(platform.verify(account, connected)).rejects.toMatchObject({
    details: { failure: { kind: 'auth-expired' } },
  });
});

it('speaks through Facebook’s login, and fetches the token of the page anew', async () => {
  await using stage = await openInstagram({ login: 'facebook' });
  const { account, clock, io } = stage;
  const facebook = instagram({ login: 'facebook' });
  await expect(facebook.verify(account, io)).resolves.toBeUndefined();
  const renewed = await facebook.authenticate(account, io);
  expect(renewed).toMatchObject({ expiresAt: instant(clock.now() + 60 * 86_400_000) });
  expect(renewed['userToken']).not.toBe(io.credentials['userToken']);
  await expect(facebook.verify(account, { ...io, credentials: renewed })).resolves.toBeUndefined();
  const other = { ...account, id: '1784999' };
  await expect(facebook.authenticate(other, io)).rejects.toMatchObject({ code: 'wrong-account' });
});

it('cannot delete a post, says so, and deletes a comment twice as well as once', async () => {
  await using stage = await openInstagram();
  const { account, io, server } = stage;
  const draft = { items: [...picture.items, { text: 'First!', role: 'first-comment' as const }] };
  const steps: Step[] = stage.compile(draft);
  const { outputs } = await runSteps(platform, account, steps, io);
  const step = (id: string) => steps.find((each) => each.id === id)!;
  for (const _ of ['once', 'twice']) {
    await platform.undo(account, step('comment-1'), outputs['comment-1']!, io);
  }
  await expect(
    platform.undo(account, step('post-0'), outputs['post-0']!, io),
  ).rejects.toMatchObject({ hint: expect.stringContaining('by hand') as string });
  expect(server.posts(account.id).map(({ text }) => text)).toEqual(['Boots.']);
});
