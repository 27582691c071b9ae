import { type Account, Draft, instant, type MediaSource, simulatedClock } from '@affiche/core';
import { youtube, youtubeOAuth } from '@affiche/platforms/youtube';
import { youtubeSandbox, type YouTubeSandboxSettings } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import {
  documentedFetch,
  requestProblem,
  responseProblem,
} from '../../platforms/test/youtube/discovery.ts';
import { adapterIo, runSteps } from './adapter-io.ts';
import { film } from './crash-matrix.ts';
import { pixel } from './personal-data-server/blobs.ts';

const chunk = 262_144;
const platform = youtube({ audited: true, chunkBytes: chunk });
const filmBytes = new Uint8Array(2 * chunk + 7);
filmBytes.set(Buffer.from('00000018667479706d703432', 'hex'));
const subtitles = new Uint8Array(Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n'));
const files = new Map([
  ['film.mp4', filmBytes],
  ['film.vtt', subtitles],
]);

/** A bakery on YouTube, watched for anything that its documentation does not describe. */
async function open(settings: Partial<YouTubeSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await youtubeSandbox({ clock, settings: { accessSeconds: 1e8, ...settings } });
  const { id, credentials } = server.createAccount({ handle: 'Bakery', followers: 50_000 });
  const account: Account = { platform: 'youtube', id, host: server.host };
  const problems: string[] = [];
  const io = {
    ...adapterIo(credentials, clock),
    fetch: documentedFetch(problems),
    openMedia: async (source: MediaSource) =>
      ('path' in source ? files.get(source.path) : undefined) ?? pixel,
  };
  const compile = (draft: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', language: 'en', ...draft }),
        options: platform.options.parse({ madeForKids: false, ...options }),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const publish = async (draft: object, options: object = {}) => {
    const publishedAt = instant(clock.now());
    const { outputs, results } = await runSteps(platform, account, compile(draft, options), io);
    return { id: outputs['video-0']?.id ?? '', publishedAt, outputs, results };
  };
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${credentials['accessToken']}` };
    const response = await io.fetch(`${server.url}/youtube/v3${path}`, { headers });
    return (await response.json()) as { items: { id: string; status?: object }[] };
  };
  return {
    server,
    account,
    clock,
    io,
    compile,
    publish,
    ask,
    async [Symbol.asyncDispose]() {
      await server.close();
      expect(problems).toEqual([]);
    },
  };
}

const one = (text: string) => ({ items: [{ text, media: [film] }] });

it('publishes a film with everything that belongs to it, as the documentation describes it', async () => {
  await using stage = await open();
  const { account, ask, io, publish, server } = stage;
  const { playlists = [] } = await platform.facts(account, io);
  const captions = [{ language: 'en', source: { path: 'film.vtt' } }];
  const draft = {
    items: [
      { text: 'Galette\nStep by step.', media: [{ ...film, captions }] },
      { text: 'Questions?', role: 'first-comment' },
    ],
  };
  const options = {
    tags: ['galette', 'puff pastry'],
    category: '26',
    playlists: playlists.map(({ id }) => id),
    thumbnail: { source: { path: 'pixel.png' }, mimeType: 'image/png' },
  };
  const { id, outputs, results } = await publish(draft, options);
  // Three parts of the film are two turns more than one.
  expect(results).toHaveLength(Object.keys(outputs).length + 2);
  expect(server.posts(account.id)).toMatchObject([
    { id, text: 'Galette' },
    { text: 'Questions?', inReplyTo: id, id: outputs['comment-1']?.id },
  ]);
  expect((await ask(`/captions?part=snippet&videoId=${id}`)).items).toHaveLength(1);
  const inside = `/playlistItems?part=contentDetails&playlistId=${playlists[0]?.id}`;
  expect((await ask(inside)).items).toHaveLength(1);
});

it('lets YouTube publish by itself, and hides what it has not audited', async () => {
  await using stage = await open();
  const { ask, clock, publish, server } = stage;
  const publishAt = '2027-01-05T09:00:00Z';
  const { id } = await publish(one('Later'), { privacy: 'private', publishAt });
  const status = async () =>
    (await ask(`/videos?part=snippet&part=status&id=${id}`)).items[0]?.status;
  expect(await status()).toMatchObject({ privacyStatus: 'private', publishAt });
  await clock.advance(86_400);
  expect(await status()).toMatchObject({ privacyStatus: 'public' });
  Object.assign(server.settings, { audited: false });
  expect(await status()).toMatchObject({ privacyStatus: 'private' });
});

it('goes on in the middle of a film, and finds one whose session is gone', async () => {
  await using stage = await open({ sessionSeconds: 3600 });
  const { account, clock, compile, io, server } = stage;
  const [start, send] = compile(one('Cut'));
  const { outputs } = await runSteps(platform, account, [start!], io);
  const progress = (sent: number) => ({ outputs, checkpoint: { sent } });
  const look = () => platform.reconcile(account, send!, { outputs }, instant(clock.now()), io);
  expect(await platform.run(account, send!, { outputs }, io)).toMatchObject({
    checkpoint: { sent: chunk },
  });
  server.faults.add({ on: 'PUT /upload/videos', effect: 'cut-after-commit' });
  expect(await platform.run(account, send!, progress(chunk), io)).toMatchObject({
    status: 'ambiguous',
  });
  expect(await look()).toMatchObject({
    status: 'absent',
    evidence: { statement: expect.stringContaining(`from ${2 * chunk} on`) as string },
  });
  // Whoever has forgotten everything is told.
  expect(await platform.run(account, send!, { outputs }, io)).toMatchObject({
    checkpoint: { sent: 2 * chunk },
  });
  server.faults.add({ on: 'PUT /upload/videos', effect: 'cut-after-commit' });
  await platform.run(account, send!, progress(2 * chunk), io);
  const [post] = server.posts(account.id);
  expect(await look()).toMatchObject({ status: 'applied', output: { id: post?.id } });
  await clock.advance(3601);
  expect(await look()).toMatchObject({ status: 'applied', output: { id: post?.id } });
  const other = compile(one('Never sent'));
  const begun = await runSteps(platform, account, [other[0]!], io);
  await clock.advance(3601);
  expect(await platform.run(account, other[1]!, begun, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'gone' },
  });
});

it('notices a film that YouTube took and cannot prepare', async () => {
  await using stage = await open();
  const { publish, server } = stage;
  server.faults.add({ on: 'POST /upload/videos', effect: 'media-failed' });
  await expect(publish(one('Broken'))).rejects.toThrow('codec');
});

it('has its units back at midnight Pacific time', async () => {
  await using stage = await open({ unitsPerDay: 60 });
  const { account, clock, compile, io, publish } = stage;
  const { outputs } = await publish(one('Film'));
  const comment = { text: 'One', role: 'first-comment' };
  const step = compile({ items: [...one('Film').items, comment] }).at(-1)!;
  expect(await platform.run(account, step, { outputs }, io)).toMatchObject({ status: 'done' });
  const refused = await platform.run(account, step, { outputs }, io);
  expect(refused).toMatchObject({
    status: 'rejected',
    failure: { kind: 'quota', retryAt: '2027-01-05T08:00:00.000Z' },
  });
  await clock.advance(21 * 3600);
  expect(await platform.run(account, step, { outputs }, io)).toMatchObject({ status: 'done' });
});

it('reads counts, and comments that it answers, hides and takes back', async () => {
  await using stage = await open();
  const { account, clock, compile, io, publish, server } = stage;
  const post = await publish(one('Film'));
  await clock.advance(7 * 86_400);
  const readings = await platform.insights(account, [post, { ...post, id: 'gone' }], io);
  expect(readings.map(({ fact }) => fact)).toEqual(platform.manifest.facts);
  expect(readings.every(({ value }) => value > 0)).toBe(true);
  const { items } = await platform.inbox.list(account, {}, io);
  const [first, second] = items;
  expect(first).toMatchObject({ kind: 'comment', inReplyTo: post.id, root: { id: post.id } });
  const replyTo = { id: first!.id };
  const answer = { items: [{ text: 'Thank you!' }], replyTo };
  const { outputs } = await publish(answer);
  expect(server.posts(account.id).at(-1)).toMatchObject({ inReplyTo: first!.id });
  await platform.inbox.hide(account, second!, io);
  const left = await platform.inbox.list(account, {}, io);
  expect(left.items.map(({ id }) => id)).not.toContain(second!.id);
  const [step] = compile(answer);
  await platform.undo(account, step!, outputs['comment-0']!, io);
  await platform.undo(account, step!, outputs['comment-0']!, io);
  expect(server.posts(account.id)).toHaveLength(1);
  await platform.undo(account, compile(one('Film'))[1]!, post.outputs['video-0']!, io);
  expect(server.posts(account.id)).toEqual([]);
});

it('lets somebody sign in, and renews tokens that are good for an hour', async () => {
  await using stage = await open({ accessSeconds: 3600 });
  const { account, clock, io, server } = stage;
  const [redirectUri, codeVerifier] = ['http://127.0.0.1:8000/', 'verifier'.repeat(6)];
  const address = new URL(
    await youtubeOAuth.authorizationUrl({
      clientId: 'sandbox',
      redirectUri,
      scopes: ['https://www.googleapis.com/auth/youtube.upload'],
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
  const granted = await youtubeOAuth.exchangeCode(account, { code, redirectUri, codeVerifier }, io);
  await clock.advance(7200);
  const stale = { ...io, credentials: granted };
  await expect(platform.verify(account, stale)).rejects.toMatchObject({
    details: { failure: { kind: 'auth-expired' } },
  });
  const renewed = await platform.authenticate(account, stale);
  await platform.verify(account, { ...io, credentials: renewed });
});

describe('what the documentation does not describe', () => {
  const insert = new URL('https://youtube.googleapis.com/youtube/v3/commentThreads?part=snippet');
  const words = { snippet: { videoId: 'x', topLevelComment: { snippet: { textOriginal: 'x' } } } };

  it.each([
    ['', words, true],
    ['&prettyPrint=true', words, true],
    ['&colour=red', words, false],
    ['', { snippet: { ...words.snippet, videoId: 7 } }, false],
    ['', { ...words, likes: 1 }, false],
  ])('is caught in a request such as "%s" %j', (more, body, isRight) => {
    const problem = requestProblem('POST', new URL(`${insert.href}${more}`), body);
    expect(problem === undefined).toBe(isRight);
  });

  it.each([
    [{ id: 'x', snippet: { totalReplyCount: 0 } }, true],
    [{ id: 7 }, false],
    [{ id: 'x', snippet: { replies: 0 } }, false],
  ])('is caught in an answer such as %j', (body, isRight) => {
    expect(responseProblem('POST', insert, body) === undefined).toBe(isRight);
  });
});
