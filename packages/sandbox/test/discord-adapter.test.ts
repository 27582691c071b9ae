import { Draft, instant, simulatedClock, type Step } from '@affiche/core';
import { discord, type DiscordSettings } from '@affiche/platforms/discord';
import { discordSandbox, type DiscordSandboxSettings } from '@affiche/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import {
  describedFetch,
  requestProblem,
  responseProblem,
} from '../../platforms/test/discord/openapi.ts';
import { adapterIo, runSteps } from './adapter-io.ts';
import { picture } from './crash-matrix.ts';

const problems: string[] = [];
// Whatever a test asks for, both sides speak as described.
afterEach(() => {
  const found = problems.splice(0);
  if (found.length > 0) throw new Error(found.join('\n'));
});

async function open(
  settings: DiscordSettings = {},
  behaviour: Partial<DiscordSandboxSettings> = {},
) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await discordSandbox({ clock, settings: behaviour });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const io = { ...adapterIo(credentials, clock), fetch: describedFetch(problems) };
  const platform = discord(settings);
  const webhook = { platform: 'discord', id, host: server.host };
  const facts = await discord().facts(webhook, io);
  const account = settings.as === 'bot' ? { ...webhook, id: facts.channel ?? '' } : webhook;
  const compile = (draft: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', ...draft }),
        options: platform.options.parse(options),
        facts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  const publish = async (draft: object, options: object = {}) =>
    (await runSteps(platform, account, compile(draft, options), io)).outputs;
  const look = (step: Step | undefined) =>
    platform.reconcile(account, step!, { outputs: {} }, instant(clock.now()), io);
  return {
    server,
    account,
    clock,
    io,
    platform,
    compile,
    publish,
    look,
    posts: () => server.posts(id),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const embed = {
  title: 'Autumn boots',
  url: 'https://example.com/p/1',
  description: 'Brown and black.',
  color: 5_814_783,
  timestamp: '2026-11-21T10:00:00Z',
  image: { url: 'https://example.com/a.png' },
  fields: [{ name: 'Price', value: '€99', inline: true }],
  footer: { text: 'acme.com' },
};
const document = { ...picture, kind: 'document' };
const items: [string, object, object][] = [
  ['a text', { text: 'Boots 👢 @everyone' }, { silent: true, suppressCards: true }],
  ['a link', { text: 'Boots', link: { url: 'https://example.com/b' } }, { username: 'Acme' }],
  ['embeds', { text: '' }, { embeds: [embed, { title: 'Two' }], mentions: { users: ['12'] } }],
  [
    'files',
    { text: 'Boots', media: [picture, document] },
    { avatarUrl: 'https://a.example/b.png' },
  ],
  ['a poll', { text: 'Boots?', poll: { options: ['Yes', 'No'], durationSeconds: 3601 } }, {}],
];

describe.each(['webhook', 'bot'] as const)('as a %s', (as) => {
  it.each(items)('sends %s, edits it, and takes it back', async (_name, item, options) => {
    await using stage = await open({ as });
    const { account, io, platform, compile, publish, posts } = stage;
    const allowed =
      as === 'bot' ? { ...options, username: undefined, avatarUrl: undefined } : options;
    const draft = { items: [item], contentWarning: 'Feet.' };
    const { 'post-0': output } = await publish(draft, allowed);
    expect(posts()).toMatchObject([{ id: output?.id, url: output?.url }]);
    await platform.editText(account, { id: output?.id ?? '', text: 'Other.' }, io);
    expect(posts()[0]?.text).toBe('Other.');
    const [step] = compile(draft, allowed);
    await platform.undo(account, step!, output!, io);
    await platform.undo(account, step!, output!, io);
    expect(posts()).toEqual([]);
  });
});

it('calls nobody, unless the publication says so', async () => {
  await using stage = await open();
  const { server, account, io, publish } = stage;
  const mentioned = async (options: object) => {
    const { 'post-0': output } = await publish({ items: [{ text: 'Hello @everyone' }] }, options);
    const [, message] = output?.id?.split('/') ?? [];
    const token = io.credentials['webhookToken'];
    const path = `/api/v10/webhooks/${account.id}/${token}/messages/${message}`;
    const { mention_everyone: everyone } = (await (await fetch(server.url + path)).json()) as {
      mention_everyone: boolean;
    };
    return everyone;
  };
  expect(await mentioned({})).toBe(false);
  expect(await mentioned({ mentions: { everyone: true } })).toBe(true);
});

it('opens a thread in a forum, and goes on in it', async () => {
  await using stage = await open({}, { forum: true });
  const { account, io, platform, compile, publish, posts } = stage;
  const draft = { items: [{ text: 'One.' }, { text: 'Two.', role: 'reply' }] };
  const refused = await platform.run(account, compile(draft)[0]!, { outputs: {} }, io);
  expect(refused).toMatchObject({ status: 'rejected', failure: { code: '220001' } });
  const outputs = await publish(draft, { threadName: 'Autumn', tags: ['123'] });
  const threads = posts().map(({ id }) => id.split('/')[0]);
  expect(new Set(threads).size).toBe(1);
  const steps = compile(draft, { threadName: 'Autumn' });
  await platform.undo(account, steps[1]!, outputs['post-1']!, io);
  expect(posts().map(({ text }) => text)).toEqual(['One.']);
});

it('counts reactions, of messages that are still there', async () => {
  await using stage = await open();
  const { account, clock, io, platform, publish, compile } = stage;
  const draft = { items: [{ text: 'Boots.' }] };
  const publishedAt = instant(clock.now());
  const [kept, gone] = [await publish(draft), await publish(draft)];
  await platform.undo(account, compile(draft)[0]!, gone['post-0']!, io);
  await clock.advance(86_400);
  const posts = [kept, gone].map((each) => ({ id: each['post-0']?.id ?? '', publishedAt }));
  const readings = await platform.insights(account, posts, io);
  expect(readings.map(({ fact, subject }) => [fact, subject.id])).toEqual([
    ['reactions', posts[0]?.id],
  ]);
  expect(readings[0]?.value).toBeGreaterThan(0);
});

describe('a bot that may read the channel', () => {
  const draft = { items: [{ text: 'Boots.', media: [picture] }] };

  it.each([{ canLook: true }, { as: 'bot' }] as const)(
    'finds what was sent: %j',
    async (settings) => {
      await using stage = await open(settings);
      const { publish, look, compile, clock, server } = stage;
      const [step] = compile(draft);
      expect(await look(step)).toMatchObject({ status: 'absent' });
      const { 'post-0': output } = await publish(draft);
      expect(await look(step)).toMatchObject({ status: 'applied', output });
      await clock.advance(600);
      expect(await look(step)).toMatchObject({ status: 'absent' });
      await publish(draft);
      server.settings.nonceSeconds = 0;
      await publish(draft);
      expect(await look(step)).toMatchObject({ status: 'inconclusive' });
    },
  );

  it('is never told twice: its nonce is recognised', async () => {
    await using stage = await open({ as: 'bot' });
    const { publish, posts } = stage;
    expect(await publish(draft)).toEqual(await publish(draft));
    expect(posts()).toHaveLength(1);
  });

  it('does not guess where it may not read what messages say', async () => {
    await using stage = await open({ canLook: true }, { showsContent: false });
    const { publish, look, compile } = stage;
    await publish({ items: [{ text: 'Boots.' }] });
    const [step] = compile({ items: [{ text: 'Other.' }] });
    expect(await look(step)).toMatchObject({ status: 'inconclusive' });
  });
});

it('waits as Discord says, and stops before Discord shuts it out', async () => {
  await using stage = await open({ invalidRequests: 3 }, { messagesPer2Seconds: 1 });
  const { account, io, platform, compile, publish, clock, server } = stage;
  await publish({ items: [{ text: 'One.' }] });
  const [step] = compile({ items: [{ text: 'Two.' }] });
  const again = (credentials = io.credentials) =>
    platform.run(account, step!, { outputs: {} }, { ...io, credentials });
  expect(await again()).toMatchObject({
    status: 'rejected',
    failure: { kind: 'rate-limited', retryAt: '2027-01-04T11:00:02.000Z' },
  });
  const wrong = { ...io.credentials, webhookToken: 'wrong' };
  for (const _ of [1, 2]) {
    await clock.advance(2);
    expect(await again(wrong)).toMatchObject({ failure: { kind: 'gone' } });
  }
  const told: object[] = [];
  const observeRate = (observation: object) => void told.push(observation);
  expect(await platform.run(account, step!, { outputs: {} }, { ...io, observeRate })).toMatchObject(
    { status: 'rejected', failure: { kind: 'not-sent' } },
  );
  expect(told).toEqual([{ bucket: '*', refused: true, resetAt: '2027-01-04T11:10:00.000Z' }]);
  await clock.advance(600);
  expect(await again()).toMatchObject({ status: 'done' });
  server.settings.blockedWords = ['Two'];
  await clock.advance(10);
  expect(await again()).toMatchObject({ status: 'rejected', failure: { kind: 'blocked' } });
});

it('is held to a description that tells wrong from right', () => {
  const url = 'https://discord.com/api/v10/webhooks/1/token';
  expect(requestProblem('POST', url, { content: 'x' })).toBeUndefined();
  expect(requestProblem('POST', url, { content: 'x'.repeat(2001) })).toContain('2000');
  expect(requestProblem('POST', url, { content: 'x', nonce: 'y' })).toContain('nonce');
  expect(requestProblem('POST', `${url}?after=1`, { content: 'x' })).toContain('after');
  expect(responseProblem('POST', url, 200, { id: '1' })).toContain('required');
  expect(responseProblem('POST', url, 400, { message: 'x' })).toContain('code');
});
