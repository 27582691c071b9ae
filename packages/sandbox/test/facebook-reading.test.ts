import { facebook } from '@affiche/platforms/facebook';
import { exchangeMetaCode, listMetaPages, metaSignInUrl } from '@affiche/platforms/meta';
import { facebookOAuth } from '@affiche/platforms/oauth';
import { describe, expect, it } from 'vitest';
import { film } from './crash-matrix.ts';
import { openFacebook } from './facebook-stage.ts';

const day = 86_400;

describe('insights', () => {
  it('survive metrics that the network has given up, and never ask for those of the past', async () => {
    await using stage = await openFacebook({ retiredMetrics: ['post_clicks', 'page_video_views'] });
    const { account, platform, clock, io, publish } = stage;
    const post = await publish({ items: [{ text: 'Film', media: [film] }] });
    await clock.advance(2 * day);
    const readings = await platform.insights(account, [post], io);
    expect(readings.map(({ subject, fact }) => `${subject.kind} ${fact}`)).toEqual([
      ...[
        'views',
        'viewers',
        'views3s',
        'likeReactions',
        'loveReactions',
        'reactions',
        'comments',
        'shares',
      ].map((fact) => `post ${fact}`),
      'account followers',
      ...['views', 'profileVisits', 'interactions', 'follows', 'unfollows'].map(
        (fact) => `account ${fact}`,
      ),
      // The whole of the views was given up, and not those that were paid for and that were not.
      ...['views3s', 'views3s', 'views30s', 'views30s', 'views30s'].map(
        (fact) => `account ${fact}`,
      ),
      ...['like', 'love', 'wow', 'haha', 'sorry', 'anger'].map(
        (each) => `account ${each}Reactions`,
      ),
      'account viewers',
    ]);
    expect(
      readings.every(({ scope, value }) => (scope === 'paid' ? value === 0 : value >= 0)),
    ).toBe(true);
    const views = readings.filter(({ fact }) => fact === 'views').map(({ value }) => value);
    expect(views[0]).toBe(views[1]);
    expect(readings.at(-1)?.window).toEqual({
      from: '2026-12-09T11:00:00.000Z',
      to: '2027-01-06T11:00:00.000Z',
    });
  });

  it('of a post that is gone are none', async () => {
    await using stage = await openFacebook();
    const { account, platform, io, publish } = stage;
    const post = await publish({ items: [{ text: 'Oops' }] });
    await platform.undo(account, post.steps[0]!, post.outputs['post-0']!, io);
    const readings = await platform.insights(account, [post], io);
    expect(readings.filter(({ subject }) => subject.kind === 'post')).toEqual([]);
  });
});

it('finds comments and who names the page, answers, hides, shows and deletes', async () => {
  await using stage = await openFacebook();
  const { server, account, platform, clock, io, publish, ask } = stage;
  const post = await publish({ items: [{ text: 'Boots' }] });
  const other = server.createAccount({ handle: 'Shoemaker' });
  await ask(`/v25.0/${other.id}/feed`, {
    method: 'POST',
    headers: { authorization: `Bearer ${other.credentials['accessToken']}` },
    body: new URLSearchParams({ message: 'For @Bakery' }),
  });
  await clock.advance(day);
  const list = async () => (await platform.inbox.list(account, {}, io)).items;
  const items = await list();
  expect(items[0]).toMatchObject({ kind: 'mention', author: { handle: 'Shoemaker' } });
  const [, first, second] = items;
  expect(first).toMatchObject({ kind: 'comment', inReplyTo: post.id, root: { id: post.id } });
  const hidden = async () => (await ask(`/v25.0/${first!.id}`)).body;
  await platform.inbox.hide(account, first!, io);
  expect(await hidden()).toMatchObject({ is_hidden: true });
  await platform.inbox.unhide(account, first!, io);
  expect(await hidden()).toMatchObject({ is_hidden: false });
  await platform.inbox.like(account, first!, io);
  await platform.inbox.block(account, second!, io);
  await expect(platform.inbox.like(account, { id: '1_2' }, io)).rejects.toMatchObject({
    details: { failure: { kind: 'gone' } },
  });
  await platform.inbox.remove(account, second!, io);
  await platform.inbox.remove(account, second!, io);
  expect(await list()).toEqual(items.filter(({ id }) => id !== second!.id));
  await publish({ replyTo: { id: first!.id }, items: [{ text: 'Thank you.' }] });
  expect(server.posts(account.id).at(-1)).toMatchObject({ inReplyTo: first!.id });
  // What we say ourselves is no news.
  expect(await list()).toHaveLength(items.length - 1);
});

describe('signing in', () => {
  const redirectUri = 'https://bakery.example/connected';

  it('leads from consent to a token of the page that does not end', async () => {
    await using stage = await openFacebook();
    const { server, account, platform, clock, io, ask } = stage;
    const { clientId, clientSecret } = server.settings;
    const url = new URL(
      metaSignInUrl({ clientId, redirectUri, state: 'x1', scopes: ['pages_manage_posts'] }),
    );
    const { status, headers } = await ask(url.pathname + url.search);
    const back = new URL(headers.get('location') ?? '');
    expect([status, back.searchParams.get('state')]).toEqual([302, 'x1']);
    const code = back.searchParams.get('code') ?? '';
    const options = { clock, host: server.host };
    const exchange = (with_: string) =>
      exchangeMetaCode({ clientId, clientSecret, redirectUri: with_, code }, options);
    await expect(exchange('https://elsewhere.example/')).rejects.toThrow('redirect_uri');
    const credentials = await exchange(redirectUri);
    expect(credentials).toMatchObject({ expiresAt: '2027-03-05T11:00:00.000Z' });
    await expect(exchange(redirectUri)).rejects.toThrow('has been used');
    const { userToken = '' } = credentials;
    const [page] = await listMetaPages({ userToken, clientSecret }, options);
    expect(page).toMatchObject({ id: account.id, name: 'Bakery' });
    const opened = { ...io, credentials: { accessToken: page?.access_token ?? '' } };
    await clock.advance(61 * day);
    await expect(platform.verify(account, opened)).resolves.toBeUndefined();
    const late = { ...io, credentials: { ...credentials } };
    await expect(platform.authenticate(account, late)).rejects.toMatchObject({
      details: { failure: { kind: 'auth-expired' } },
    });
  });

  it('connects a page in the way that all networks share', async () => {
    await using stage = await openFacebook();
    const { server, account, io, platform, ask } = stage;
    const { clientId, clientSecret } = server.settings;
    const application = { ...io, credentials: { clientId, clientSecret } };
    const codeOf = async () => {
      const request = { clientId, redirectUri, scopes: ['pages_show_list'], state: 'x' };
      const url = new URL(await facebookOAuth.authorizationUrl(request));
      const { headers } = await ask(url.pathname + url.search);
      return new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
    };
    const given = { code: await codeOf(), redirectUri };
    const page = await facebookOAuth.exchangeCode(account, given, application);
    await platform.verify(account, { ...io, credentials: page });
    const somebody = { ...account, id: 'me' };
    const again = { code: await codeOf(), redirectUri };
    const person = await facebookOAuth.exchangeCode(somebody, again, application);
    expect(person).not.toHaveProperty('accessToken');
    const known = { ...io, credentials: person };
    expect(await facebookOAuth.accounts(known, account)).toEqual([
      { ...account, handle: 'Bakery' },
    ]);
    const fresh = { ...person, accessToken: person['userToken'] ?? '' };
    const lasting = await facebookOAuth.lasting({ ...io, credentials: fresh }, account);
    expect(lasting).toMatchObject({ userToken: expect.stringMatching(/^EAAB/) as string });
    await expect(facebookOAuth.exchangeCode(account, again, io)).rejects.toThrow('used');
    await expect(
      facebookOAuth.exchangeCode(account, again, { ...io, credentials: {} }),
    ).rejects.toMatchObject({ code: 'missing-credentials' });
  });

  it('fetches the token of the page with that of the person, short-lived too', async () => {
    await using stage = await openFacebook();
    const { account, platform, io } = stage;
    const { accessToken, userToken = '', ...application } = io.credentials;
    for (const person of [{ userToken }, { shortLivedToken: userToken }]) {
      const fresh = { ...io, credentials: { ...application, ...person } };
      expect(await platform.authenticate(account, fresh)).toMatchObject({ accessToken });
    }
    const none = { ...io, credentials: { accessToken: accessToken ?? '' } };
    await expect(platform.authenticate(account, none)).rejects.toMatchObject({
      code: 'missing-credentials',
    });
    const stranger = { ...account, id: '1' };
    await expect(platform.authenticate(stranger, io)).rejects.toMatchObject({
      code: 'wrong-account',
    });
    await expect(platform.verify(stranger, io)).rejects.toMatchObject({ code: 'wrong-account' });
  });

  it('with the secret of another application is refused, in no words that tell it', async () => {
    await using stage = await openFacebook();
    const { account, platform, io } = stage;
    const forged = { ...io, credentials: { ...io.credentials, clientSecret: 'hush-hush' } };
    const error: unknown = await platform.verify(account, forged).catch((each: unknown) => each);
    expect(error).toMatchObject({ message: expect.stringContaining('appsecret_proof') as string });
    expect(JSON.stringify(error)).not.toContain('hush-hush');
  });
});

describe('facts', () => {
  it('tell what the person may do, and findings follow', async () => {
    await using stage = await openFacebook({ tasks: ['ANALYZE'] });
    const { account, platform, io } = stage;
    const facts = await platform.facts(account, io);
    expect(facts).toMatchObject({ name: 'Bakery', followers: 50_000, tasks: ['ANALYZE'] });
  });

  it('tell that another version answers once ours has stopped', async () => {
    await using stage = await openFacebook({ oldestVersion: 'v26.0' }, { version: 'v24.0' });
    const { account, platform, io } = stage;
    expect(await platform.facts(account, io)).toMatchObject({ answeredBy: 'v26.0' });
    const newer = facebook({ version: 'v99.0' });
    await expect(newer.facts(account, io)).rejects.toThrow('2500');
  });

  it('come with how much of the day is used', async () => {
    await using stage = await openFacebook({ requestsPerDay: 4 });
    const { account, platform, io } = stage;
    const seen: unknown[] = [];
    const observed = { ...io, observeRate: (each: unknown) => void seen.push(each) };
    const facts = () => platform.facts(account, observed);
    await facts();
    await facts();
    await facts();
    await facts();
    await expect(facts()).rejects.toMatchObject({
      details: { failure: { kind: 'rate-limited' } },
    });
    expect(seen.at(-1)).toMatchObject({
      bucket: 'requests',
      remaining: 0,
      refused: true,
      resetAt: '2027-01-05T11:00:00.000Z',
    });
  });
});
