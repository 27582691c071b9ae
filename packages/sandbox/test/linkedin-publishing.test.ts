import { type Account, Draft, instant, type PlatformIo, simulatedClock } from '@affiche/core';
import { linkedin } from '@affiche/platforms/linkedin';
import { linkedinSandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { pixel } from './personal-data-server/blobs.ts';

const platform = linkedin();
const start = '2027-01-04T08:00:00Z';
const film = new Uint8Array(100_000);
film.set(Buffer.from('00000018667479706d703432', 'hex'));
const paper = new Uint8Array(Buffer.from('%PDF-1.7'));

async function stage(handle = 'company/bakery', settings = {}) {
  const clock = simulatedClock({ start });
  const server = await linkedinSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle, followers: 5000 });
  const account: Account = { platform: 'linkedin', id, host: server.host };
  const files = { 'film.mp4': film, 'paper.pdf': paper };
  const io: PlatformIo = {
    ...adapterIo(credentials, clock),
    openMedia: async (source) =>
      'path' in source && source.path in files ? files[source.path as keyof typeof files] : pixel,
  };
  return { server, account, io, clock, [Symbol.asyncDispose]: () => server.close() };
}

function compile(account: Account, item: object, more: object = {}) {
  const draft = Draft.parse({ id: 'draft', items: [item], ...more });
  const options = platform.options.parse({});
  const composition = { account, draft, options, facts: platform.defaultFacts };
  return platform.compile(composition, { key: 'draft', at: instant(Date.parse(start)) });
}

const image = {
  source: { path: 'pixel.png' },
  kind: 'image',
  mimeType: 'image/png',
  bytes: pixel.byteLength,
  alt: 'A pixel.',
};
const video = {
  ...image,
  source: { path: 'film.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: film.byteLength,
};
const document = {
  ...image,
  source: { path: 'paper.pdf' },
  kind: 'document',
  mimeType: 'application/pdf',
};
const link = { url: 'https://example.com', title: 'Galette', image };
const poll = { options: ['Tea', 'Coffee'], durationSeconds: 86_400 };

it.each(['company/bakery', 'in/camille'])(
  '%s posts everything there is to post',
  async (handle) => {
    await using all = await stage(handle, { partBytes: 40_000 });
    const { server, account, io } = all;
    const items = [
      { text: 'Words (and [brackets]) #tag @ 8 <o/ \\ {x|y} *_~' },
      { text: 'Image', media: [image] },
      { text: 'Images', media: [image, image] },
      { text: 'Film', media: [video] },
      { text: 'Paper', media: [document] },
      { text: 'Card', link },
      { text: 'Tea or coffee?', poll },
    ];
    for (const item of items) await runSteps(platform, account, compile(account, item), io);
    expect(server.posts(account.id).map(({ text }) => text)).toEqual(items.map(({ text }) => text));
  },
);

it('changes the words of a post, and deletes it, twice as well as once', async () => {
  await using all = await stage();
  const { server, account, io } = all;
  const steps = compile(account, { text: 'Befor (' });
  const { outputs } = await runSteps(platform, account, steps, io);
  const output = outputs['post-0'] ?? {};
  await platform.editText(account, { id: output.id ?? '', text: 'Before (today)' }, io);
  expect(server.posts(account.id).map(({ text }) => text)).toEqual(['Before (today)']);
  await platform.undo(account, steps[0]!, output, io);
  await platform.undo(account, steps[0]!, output, io);
  expect(server.posts(account.id)).toEqual([]);
});

it('takes a duplicate for its own post only when it is young enough', async () => {
  await using all = await stage();
  const { server, account, io, clock } = all;
  const [post] = compile(account, { text: 'Once.' });
  const first = await platform.run(account, post!, { outputs: {} }, io);
  const again = await platform.run(account, post!, { outputs: {} }, io);
  expect(again).toMatchObject({ status: 'done', output: first.status === 'done' && first.output });
  await clock.advance(86_400);
  const later = {
    ...post!,
    request: { ...(post!.request as object), notBefore: instant(clock.now()) },
  };
  expect(await platform.run(account, later, { outputs: {} }, io)).toMatchObject({
    status: 'ambiguous',
    failure: { kind: 'duplicate', hint: expect.stringContaining('older post') },
  });
  expect(server.posts(account.id)).toHaveLength(1);
});

it('notices a post that was taken and thrown out, whose ghost still counts as a duplicate', async () => {
  await using all = await stage('company/bakery', { rejectedWords: ['casino'] });
  const { account, io, clock } = all;
  const [post, confirm] = compile(account, { text: 'To the casino.' });
  const made = await platform.run(account, post!, { outputs: {} }, io);
  const outputs = { 'post-0': made.status === 'done' ? made.output : {} };
  const waiting = await platform.run(account, confirm!, { outputs }, io);
  expect(waiting).toMatchObject({ status: 'pending', notBefore: '2027-01-04T08:00:20.000Z' });
  await clock.advance(20);
  const progress = { outputs, checkpoint: { waiting: true } };
  expect(await platform.run(account, confirm!, progress, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'invalid', message: expect.stringContaining('rejected it afterwards') },
  });
  expect(await platform.run(account, post!, { outputs: {} }, io)).toMatchObject({
    status: 'ambiguous',
    failure: { kind: 'duplicate', hint: expect.stringContaining('no longer exists') },
  });
});

it('meets a version that has stopped with a failure that says so', async () => {
  await using all = await stage();
  const { account, io } = all;
  const old = linkedin({ apiVersion: '202511' });
  const [post] = compile(account, { text: 'Late.' });
  expect(await old.run(account, post!, { outputs: {} }, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'blocked', status: 426, hint: expect.stringContaining('apiVersion') },
  });
});

it('reads roles, counts and comments, answers one, and renews its token', async () => {
  await using all = await stage();
  const { server, account, io, clock } = all;
  expect(await platform.facts(account, io)).toEqual({
    readOn: '2027-01-04',
    roles: ['ADMINISTRATOR'],
  });
  await platform.verify(account, io);
  const { outputs } = await runSteps(platform, account, compile(account, { text: 'Hello.' }), io);
  const id = outputs['post-0']?.id ?? '';
  await clock.advance(3 * 86_400);
  const readings = await platform.insights(
    account,
    [{ id, publishedAt: instant(Date.parse(start)) }],
    io,
  );
  expect(readings.map(({ fact, scope }) => `${fact} ${scope}`)).toEqual([
    ...['impressions', 'reach', 'clicks', 'reactions', 'comments', 'shares', 'followers'].map(
      (fact) => `${fact} organic`,
    ),
    'follows organic',
    'follows paid',
    'profileVisits organic',
  ]);
  expect(readings.filter(({ value }) => value === 0).map(({ scope }) => scope)).toEqual(['paid']);
  const { items } = await platform.inbox.list(account, {}, io);
  expect(items).toHaveLength(readings.find(({ fact }) => fact === 'comments')?.value ?? -1);
  const [comment] = items;
  const replyTo = { id: comment!.id, root: comment!.root };
  const answer = compile(account, { text: 'Thank you!' }, { replyTo });
  const said = await runSteps(platform, account, answer, io);
  expect(server.posts(account.id).at(-1)).toMatchObject({
    text: 'Thank you!',
    inReplyTo: comment!.id,
  });
  const own = said.outputs['comment-0'] ?? {};
  await platform.editText(account, { id: own.id ?? '', text: 'Thanks!' }, io);
  expect(server.posts(account.id).at(-1)?.text).toBe('Thanks!');
  await platform.react(account, { id: comment!.id, reaction: 'PRAISE' }, io);
  await platform.inbox.remove(account, comment!, io);
  await platform.undo(account, answer[0]!, own, io);
  expect(server.posts(account.id)).toHaveLength(1);
  expect((await platform.inbox.list(account, {}, io)).items).toHaveLength(items.length - 1);
  const renewed = await platform.authenticate(account, io);
  expect(renewed['accessToken']).not.toBe(io.credentials['accessToken']);
  await platform.verify(account, { ...io, credentials: renewed });
});

it('tells who names an organization, and not what it says itself', async () => {
  await using all = await stage();
  const { server, account, io, clock } = all;
  const other = server.createAccount({ handle: 'company/shoemaker' });
  const shoemaker = { ...account, id: other.id };
  const theirs = { ...io, credentials: other.credentials };
  const text = `With @[Bakery](${account.id})`;
  for (const [who, world] of [
    [shoemaker, theirs],
    [account, io],
  ] as const) {
    await runSteps(platform, who, compile(who, { text }), world);
  }
  const { items } = await platform.inbox.list(account, {}, io);
  expect(items).toMatchObject([{ kind: 'mention', author: { id: other.id }, text: 'With Bakery' }]);
  await clock.advance(60);
  const since = instant(clock.now());
  expect((await platform.inbox.list(account, { since }, io)).items).toEqual([]);
});

it('tells a member what a post achieved, whatever LinkedIn gave up, as far as the version knows', async () => {
  await using all = await stage('in/camille', { retiredMetrics: ['POST_SEND'] });
  const { account, io, clock } = all;
  const { outputs } = await runSteps(platform, account, compile(account, { text: 'Hello.' }), io);
  await clock.advance(3 * 86_400);
  const posts = [
    { id: outputs['post-0']?.id ?? '', publishedAt: instant(Date.parse(start)) },
    { id: 'urn:li:share:1', publishedAt: instant(Date.parse(start)) },
  ];
  const known = async (apiVersion: string) =>
    (await linkedin({ apiVersion }).insights(account, posts, io)).map(({ fact }) => fact);
  const first = ['impressions', 'reach', 'reactions', 'comments', 'shares'];
  expect(await known('202603')).toEqual(first);
  const later = ['saves', 'linkClicks', 'callToActionClicks', 'follows', 'profileVisits'];
  expect(await known('202604')).toEqual([...first, ...later]);
});

it('has tokens that end after sixty days, and are renewed', async () => {
  await using all = await stage();
  const { account, io, clock } = all;
  await clock.advance(60 * 86_400);
  const [post] = compile(account, { text: 'Late.' });
  expect(await platform.run(account, post!, { outputs: {} }, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'auth-expired', code: '65602' },
  });
  const renewed = { ...io, credentials: await platform.authenticate(account, io) };
  expect(await platform.run(account, post!, { outputs: {} }, renewed)).toMatchObject({
    status: 'done',
  });
});
