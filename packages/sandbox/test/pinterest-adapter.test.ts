import { type Account, Draft, instant, type MediaSource, simulatedClock } from '@affiche/core';
import { pinterest, pinterestOAuth } from '@affiche/platforms/pinterest';
import { pinterestSandbox, type PinterestSandboxSettings } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import {
  documentedFetch,
  requestProblem,
  responseProblem,
} from '../../platforms/test/pinterest/openapi.ts';
import { adapterIo, runSteps } from './adapter-io.ts';
import { film, picture } from './crash-matrix.ts';
import { pixel } from './personal-data-server/blobs.ts';

const platform = pinterest();
const linked = { ...picture, source: { url: 'https://cdn.example.com/boots.png' } };
const link = { url: 'https://example.com/boots?utm_content=1', title: 'Autumn boots' };

/** A bakery on Pinterest, watched for anything that its documentation does not describe. */
async function open(settings: Partial<PinterestSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await pinterestSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account: Account = { platform: 'pinterest', id, host: server.host };
  const problems: string[] = [];
  const filmBytes = new Uint8Array(Buffer.from('\0\0\0\x1cftypisom\0\0\0\0'));
  const io = {
    ...adapterIo(credentials, clock),
    fetch: documentedFetch(problems),
    openMedia: async (source: MediaSource) =>
      'path' in source && source.path === 'film.mp4' ? filmBytes : pixel,
  };
  const { boards = [] } = await platform.facts(account, io);
  const board = boards[0]?.id ?? '';
  const compile = (item: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', items: [item] }),
        options: platform.options.parse({ board, ...options }),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const publish = async (item: object, options: object = {}) => {
    const publishedAt = instant(clock.now());
    const { outputs } = await runSteps(platform, account, compile(item, options), io);
    return { id: outputs['pin-0']?.id ?? '', publishedAt, outputs };
  };
  const ask = async (path: string, body?: object) => {
    const response = await io.fetch(`${server.url}/v5${path}`, {
      headers: {
        authorization: `Bearer ${credentials['accessToken']}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return (await response.json()) as { id: string; media: object; title: string };
  };
  return {
    server,
    account,
    clock,
    io,
    board,
    compile,
    publish,
    ask,
    async [Symbol.asyncDispose]() {
      await server.close();
      expect(problems).toEqual([]);
    },
  };
}

it('pins everything that can be pinned, as the documentation describes it', async () => {
  await using stage = await open();
  const { server, account, publish, ask, board } = stage;
  const section = await ask(`/boards/${board}/sections`, { name: 'Brown' });
  const all = [
    await publish({ text: 'Bytes.', media: [picture], link }, { section: section.id }),
    await publish({ text: 'An address.', media: [linked] }, { dominantColor: '#6E7874' }),
    await publish(
      { text: 'Two of bytes.', media: [picture, picture] },
      { slides: [{ title: 'First', link: 'https://example.com/1' }], firstSlide: 1 },
    ),
    await publish({ text: 'Five addresses.', media: Array.from({ length: 5 }, () => linked) }),
    await publish({ text: 'A film.', media: [film] }, { title: 'Baking' }),
  ];
  expect(server.posts(account.id).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(server.posts(account.id).map(({ text }) => text)).toEqual([
    'Bytes.',
    'An address.',
    'Two of bytes.',
    'Five addresses.',
    'A film.',
  ]);
  const types = [];
  for (const { id } of all) types.push((await ask(`/pins/${id}`)).media);
  expect(types).toEqual(
    ['image', 'image', 'multiple_images', 'multiple_images', 'video'].map((type) => ({
      media_type: type,
    })),
  );
  expect(all[0]?.outputs['pin-0']?.url).toBe(`https://www.pinterest.com/pin/${all[0]?.id}/`);
});

it('gives a film its cover, and says no to one that the network cannot prepare', async () => {
  await using stage = await open();
  const { account, compile, io, publish, server } = stage;
  const cover = { source: { path: 'pixel.png' }, mimeType: 'image/png' };
  await publish({ media: [film] }, { cover });
  await publish({ media: [film] }, { cover: { source: linked.source, mimeType: 'image/png' } });
  server.faults.add({ on: 'POST /media', effect: 'media-failed' });
  const failing = runSteps(platform, account, compile({ media: [film] }).slice(0, 1), io);
  await expect(failing).rejects.toThrow('could not prepare');
  expect(server.posts(account.id)).toHaveLength(2);
});

describe('a pin whose answer was lost', () => {
  const item = { text: 'Resoled.', media: [picture], link };

  it('is found in its section, and not when only its words are there', async () => {
    await using stage = await open();
    const { account, ask, board, clock, compile, io, publish } = stage;
    const section = await ask(`/boards/${board}/sections`, { name: 'Brown' });
    const [step] = compile(item, { section: section.id });
    const armedAt = instant(clock.now());
    const look = () => platform.reconcile(account, step!, { outputs: {} }, armedAt, io);
    await publish(item);
    await publish({ ...item, link: { ...link, url: 'https://example.com/other' } });
    expect(await look()).toMatchObject({ status: 'absent' });
    const { id } = await publish(item, { section: section.id });
    expect(await look()).toMatchObject({ status: 'applied', output: { id } });
    await publish(item, { section: section.id });
    expect(await look()).toMatchObject({ status: 'inconclusive' });
  });

  it('is not looked for among old ones', async () => {
    await using stage = await open();
    const { account, clock, compile, io, publish } = stage;
    await publish(item);
    await clock.advance(3600);
    const [step] = compile(item);
    const armedAt = instant(clock.now());
    expect(await platform.reconcile(account, step!, { outputs: {} }, armedAt, io)).toMatchObject({
      status: 'absent',
    });
  });
});

it('takes a pin down, twice as well as once', async () => {
  await using stage = await open();
  const { account, compile, io, publish, server } = stage;
  const item = { text: 'Oops.', media: [picture] };
  const { outputs } = await publish(item);
  const [step] = compile(item);
  await platform.undo(account, step!, outputs['pin-0']!, io);
  await platform.undo(account, step!, outputs['pin-0']!, io);
  expect(server.posts(account.id)).toEqual([]);
});

it('reads counts of ninety days, even when the network has given up a metric', async () => {
  await using stage = await open({ retiredMetrics: ['VIDEO_MRC_VIEW'] });
  const { account, clock, io, publish } = stage;
  const post = await publish({ text: 'Boots.', media: [picture] });
  await clock.advance(14 * 86_400);
  const readings = await platform.insights(account, [post, { ...post, id: '1' }], io);
  const names = readings.map(({ subject, fact }) => `${subject.kind} ${fact}`);
  const pin = ['impressions', 'saves', 'clicks', 'outboundClicks', 'profileVisits', 'follows'];
  expect(names).toEqual([
    ...[...pin, 'comments', 'reactions'].map((fact) => `post ${fact}`),
    'account followers',
  ]);
  expect(readings.every(({ value }) => value > 0)).toBe(true);
  expect(readings[0]?.window).toEqual({
    from: '2027-01-04T11:00:00.000Z',
    to: '2027-01-18T11:00:00.000Z',
  });
  const old = { ...post, publishedAt: '2026-01-01T00:00:00.000Z' };
  const [first] = await platform.insights(account, [old], io);
  expect(first?.window).toMatchObject({ from: '2026-10-20T11:00:00.000Z' });
});

it('lets somebody sign in, and renews tokens until nobody came for sixty days', async () => {
  await using stage = await open();
  const { account, clock, io, server } = stage;
  const redirectUri = 'https://tool.example/back';
  const address = new URL(
    await pinterestOAuth.authorizationUrl({
      clientId: 'sandbox',
      redirectUri,
      scopes: ['boards:read', 'pins:write'],
      state: 'state',
    }),
  );
  const consent = await fetch(`${server.url}${address.pathname}${address.search}`, {
    method: 'POST',
    body: new URLSearchParams({ account: account.id }),
    redirect: 'manual',
  });
  const back = new URL(consent.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('state');
  const code = back.searchParams.get('code') ?? '';
  const granted = await pinterestOAuth.exchangeCode(account, { code, redirectUri }, io);
  expect(granted).toMatchObject({
    expiresAt: '2027-02-03T11:00:00.000Z',
    refreshExpiresAt: '2027-03-05T11:00:00.000Z',
  });
  await clock.advance(40 * 86_400);
  const stale = { ...io, credentials: granted };
  await expect(platform.verify(account, stale)).rejects.toThrow('401');
  const renewed = await platform.authenticate(account, stale);
  await platform.verify(account, { ...io, credentials: renewed });
  await expect(platform.authenticate(account, stale)).rejects.toMatchObject({
    details: { failure: { kind: 'permission' } },
  });
});

describe('what the documentation does not describe', () => {
  const pins = new URL('https://api.pinterest.com/v5/pins');
  const type = 'application/json';
  const source = { source_type: 'image_url', url: 'https://a.com' };

  it.each([
    [{ board_id: '7', media_source: source }, true],
    [{ board_id: 'seven', media_source: source }, false],
    [{ board_id: '7', media_source: { ...source, source_type: 'image' } }, false],
    [{ board_id: '7', media_source: source, colour: '#fff' }, false],
    [{ board_id: '7', description: 'x'.repeat(801), media_source: source }, false],
  ])('is caught in a request such as %j', (body, isRight) => {
    const problem = requestProblem('POST', pins, { type, body: JSON.stringify(body) });
    expect(problem === undefined).toBe(isRight);
  });

  it.each([
    [201, { id: '1', created_at: '2027-01-04T11:00:00Z' }, true],
    [201, { id: '1', created_at: 'yesterday' }, false],
    [201, { id: 'one' }, false],
    [201, { id: '1', likes: 7 }, false],
    [400, { code: 'one', message: 'x' }, false],
  ])('is caught in an answer %d such as %j', (status, body, isRight) => {
    const problem = responseProblem('POST', pins, { status, body: JSON.stringify(body) });
    expect(problem === undefined).toBe(isRight);
  });
});
