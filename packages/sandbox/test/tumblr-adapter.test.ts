import { type Account, Draft, instant, simulatedClock } from '@affiche/core';
import { tumblr, tumblrOAuth } from '@affiche/platforms/tumblr';
import { tumblrSandbox } from '@affiche/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import {
  documentedFetch,
  requestProblem,
  responseProblem,
} from '../../platforms/test/tumblr/documentation.ts';
import { adapterIo, runSteps } from './adapter-io.ts';
import { picture } from './crash-matrix.ts';

const platform = tumblr();
const problems: string[] = [];
// Whatever a test asks for, both sides speak as documented.
afterEach(() => {
  const found = problems.splice(0);
  if (found.length > 0) throw new Error(found.join('\n'));
});

async function open() {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await tumblrSandbox({ clock });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account: Account = { platform: 'tumblr', id, host: server.host };
  const io = { ...adapterIo(credentials, clock), fetch: documentedFetch(problems) };
  const compile = (item: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', items: [item] }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const publish = async (item: object, options: object = {}) => {
    const { outputs } = await runSteps(platform, account, compile(item, options), io);
    return outputs['post-0'] ?? {};
  };
  const look = (item: object, options: object = {}) => {
    const [step] = compile(item, options);
    return platform.reconcile(account, step!, { outputs: {} }, instant(clock.now()), io);
  };
  return {
    server,
    account,
    clock,
    io,
    compile,
    publish,
    look,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

it('finds a post by its words, its files and its link, wherever it went', async () => {
  await using stage = await open();
  const { publish, look, clock, server, account } = stage;
  const link = { url: 'https://example.com/1', title: 'One' };
  const item = { text: 'Resoled.\n\nFor life.', media: [picture], link };
  const publishOn = '2027-01-04T12:00:00.000Z';
  for (const options of [{}, { state: 'queue', publishOn }, { state: 'draft' }]) {
    expect(await look(item, options)).toMatchObject({ status: 'absent' });
    const { id } = await publish(item, options);
    expect(await look(item, options)).toMatchObject({ status: 'applied', output: { id } });
  }
  const other = { ...item, link: { url: 'https://example.com/2' } };
  expect(await look(other)).toMatchObject({ status: 'absent' });
  expect(server.posts(account.id)).toHaveLength(1);
  await publish(item, { tags: ['boots'] });
  expect(await look(item)).toMatchObject({ status: 'inconclusive' });
  await clock.advance(3600);
  expect(server.posts(account.id)).toHaveLength(3);
});

it('writes a post anew, and deletes it twice as well as once', async () => {
  await using stage = await open();
  const { publish, compile, look, io, account, server, clock } = stage;
  const output = await publish({ text: 'Resoled.' });
  await clock.advance(2000);
  const edits = { id: output.id };
  expect(await look({ text: 'Twice.' }, { edits })).toMatchObject({ status: 'absent' });
  await runSteps(platform, account, compile({ text: 'Twice.' }, { edits }), io);
  expect(await look({ text: 'Twice.' }, { edits })).toMatchObject({ status: 'applied' });
  expect(server.posts(account.id)[0]?.text).toBe('Twice.');
  const [step] = compile({ text: 'Resoled.' });
  await platform.undo(account, step!, output, io);
  await platform.undo(account, step!, output, io);
  expect(server.posts(account.id)).toEqual([]);
});

it('reads likes, reblogs and followers; signs in, renews, and knows another blog', async () => {
  await using stage = await open();
  const { publish, account, clock, server } = stage;
  const { id = '' } = await publish({ text: 'Resoled.' });
  const publishedAt = instant(clock.now());
  await clock.advance(86_400);
  await expect(platform.verify(account, stage.io)).rejects.toThrow('401');
  const redirectUri = 'https://tool.example/back';
  const request = { clientId: 'sandbox', redirectUri, scopes: ['write'], state: 'state' };
  const { pathname, search } = new URL(await tumblrOAuth.authorizationUrl(request));
  const consent = await fetch(`${server.url}${pathname}${search}`, {
    method: 'POST',
    body: new URLSearchParams({ account: account.id }),
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const granted = await tumblrOAuth.exchangeCode(account, { code, redirectUri }, stage.io);
  const credentials = await platform.authenticate(account, { ...stage.io, credentials: granted });
  const io = { ...stage.io, credentials };
  await platform.verify(account, io);
  const other = { ...account, id: 'somebody' };
  await expect(platform.verify(other, io)).rejects.toThrow('opens bakery');
  const posts = [
    { id, publishedAt },
    { id: '1', publishedAt },
  ];
  const readings = await platform.insights(account, posts, io);
  expect(readings.map(({ fact }) => fact)).toEqual(['reactions', 'shares', 'followers']);
  expect(readings.every(({ value }) => value > 0)).toBe(true);
});

it('finds one among many drafts, whose list goes on from the last', async () => {
  await using stage = await open();
  for (let draft = 0; draft < 22; draft += 1) {
    await stage.publish({ text: `Draft ${draft}` }, { state: 'draft' });
  }
  expect(await stage.look({ text: 'Draft 0' }, { state: 'draft' })).toMatchObject({
    status: 'applied',
  });
});

describe('the documentation', () => {
  const post = 'POST /v2/blog/bakery/posts';
  const content = [{ type: 'text', text: 'Resoled.' }];
  it.each([
    ['a field that nobody knows', { content, colour: 'red' }, 'colour is unknown'],
    ['no content', { state: 'draft' }, 'content is missing'],
    ['a block that nobody knows', { content: [{ type: 'dance' }] }, 'no block dance'],
    ['a text that is none', { content: [{ type: 'text', text: 1 }] }, 'text is no string'],
    ['a list of tags', { content, tags: ['boots'] }, 'tags is no String'],
    ['a film in a list', { content: [{ type: 'video', media: [] }] }, 'video.media'],
  ])('catches a request with %s', (_, fields, problem) => {
    expect(requestProblem(post, fields)).toContain(problem);
    expect(requestProblem(post, { content })).toBeUndefined();
  });

  it.each([
    [post, { id: 1 }, 'no id'],
    ['GET /v2/blog/bakery/posts', { posts: [{ id_string: 1, content }] }, 'id_string is no String'],
    ['GET /v2/blog/bakery/notes', { total_likes: 'many' }, 'total_likes is no Number'],
  ])('catches a wrong answer to %s', (call, response, problem) => {
    const meta = { status: 200, msg: 'OK' };
    expect(responseProblem(call, 200, { meta, response })).toContain(problem);
    expect(responseProblem(call, 200, { response })).toContain('no meta');
  });
});
