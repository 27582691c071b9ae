import { Draft, instant, simulatedClock } from '@affiche/core';
import { telegram } from '@affiche/platforms/telegram';
import { telegramSandbox, type TelegramSandboxSettings } from '@affiche/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import {
  documentedFetch,
  requestProblem,
  responseProblem,
} from '../../platforms/test/telegram/bot-api.ts';
import { adapterIo, runSteps } from './adapter-io.ts';
import { picture } from './crash-matrix.ts';

const platform = telegram();
const problems: string[] = [];
// Whatever a test asks for, both sides speak as documented.
afterEach(() => {
  const found = problems.splice(0);
  if (found.length > 0) throw new Error(found.join('\n'));
});

async function open(settings: Partial<TelegramSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await telegramSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 50_000 });
  const account = { platform: 'telegram', id: '@bakery', host: server.host };
  const io = { ...adapterIo(credentials, clock), fetch: documentedFetch(problems) };
  const compile = (draft: object, options: object = {}, to: object = account) =>
    platform.compile(
      {
        account: { ...account, ...to },
        draft: Draft.parse({ id: 'draft', ...draft }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  return {
    server,
    account,
    clock,
    io,
    compile,
    posts: () => server.posts(id),
    publish: async (draft: object, options: object = {}) =>
      (await runSteps(platform, account, compile(draft, options), io)).outputs,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const film = { ...picture, kind: 'video', durationSeconds: 3, width: 640, height: 480 };
const sound = { ...picture, kind: 'audio', durationSeconds: 3 };
const document = { ...picture, kind: 'document' };
const items: [string, object, object, number][] = [
  [
    'a text with spans',
    { text: 'Boots 👢 are back' },
    {
      entities: [
        { type: 'bold', offset: 6, length: 2 },
        { type: 'text_link', offset: 9, length: 3, url: 'https://example.com' },
      ],
    },
    1,
  ],
  [
    'a link',
    { text: 'Boots', link: { url: 'https://example.com/b' } },
    { linkPreview: { size: 'large', aboveText: true } },
    1,
  ],
  ['a picture', { text: 'Boots', media: [picture] }, { captionAboveMedia: true, silent: true }, 1],
  ['a film', { text: '', media: [film] }, { protected: true }, 1],
  ['an animation', { text: 'Boots', media: [{ ...film, kind: 'animation' }] }, {}, 1],
  ['a sound', { text: 'Boots', media: [sound] }, {}, 1],
  ['a document', { text: 'Boots', media: [document] }, {}, 1],
  [
    'an album',
    { text: 'Boots', media: [picture, film, picture] },
    { entities: [{ type: 'code', offset: 0, length: 5 }] },
    3,
  ],
  ['documents', { text: 'Boots', media: [document, document] }, {}, 2],
  ['a poll', { text: 'Boots?', poll: { options: ['Yes', 'No'], durationSeconds: 3600 } }, {}, 1],
  ['a text in a topic', { text: 'Boots' }, { topic: 7 }, 1],
];

it.each(items)('sends %s, and takes it back', async (_name, item, options, count) => {
  await using stage = await open({ topics: [7] });
  const { account, io, compile, publish, posts } = stage;
  const outputs = await publish({ items: [item], contentWarning: 'Feet.' }, options);
  expect(posts()).toHaveLength(count);
  expect(outputs['post-0']).toMatchObject({ id: posts()[0]?.id });
  expect(outputs['post-0']?.url).toMatch(/^https:\/\/t\.me\/bakery\/\d+$/);
  const [step] = compile({ items: [item] }, options);
  await platform.undo(account, step!, outputs['post-0']!, io);
  await platform.undo(account, step!, outputs['post-0']!, io);
  expect(posts()).toEqual([]);
});

it('chains a thread, pins its first message, and edits it', async () => {
  await using stage = await open();
  const { account, io, compile, publish, posts, clock } = stage;
  const draft = {
    items: [{ text: ' One. ' }, { text: 'Two.', role: 'reply' }, { text: 'Three.', role: 'reply' }],
  };
  const outputs = await publish(draft, { pin: true });
  const [one, two, three] = posts();
  expect([two?.inReplyTo, three?.inReplyTo]).toEqual([one?.id, two?.id]);
  const pin = compile(draft, { pin: true }).at(-1)!;
  const look = () => platform.reconcile(account, pin, { outputs }, instant(clock.now()), io);
  expect(await look()).toMatchObject({ status: 'applied' });
  await publish({ items: [{ text: 'Other.' }] }, { pin: true });
  expect(await look()).toMatchObject({ status: 'absent' });
  const edit = {
    id: one?.id ?? '',
    text: 'One!',
    entities: [{ type: 'bold' as const, offset: 0, length: 3 }],
  };
  await platform.editText(account, edit, io);
  await platform.editText(account, edit, io);
  expect(posts()[0]?.text).toBe('One!');
});

it('follows a group to the supergroup that it became', async () => {
  await using stage = await open();
  const { server, account, io, compile, posts } = stage;
  server.settings.movedChats = { '-5': Number(server.createAccount({ handle: 'bakery' }).id) };
  const draft = { items: [{ text: 'One.' }, { text: 'Two.', role: 'reply' }] };
  const group = { ...account, id: '-5' };
  const { results } = await runSteps(platform, group, compile(draft, {}, group), io);
  expect(results.map(({ status }) => status)).toEqual(['pending', 'done', 'done']);
  expect(posts()[1]?.inReplyTo).toBe(posts()[0]?.id);
  await expect(platform.verify(group, io)).rejects.toThrow('upgraded to a supergroup');
});

describe('the inbox', () => {
  it('has what readers comment under a post of the channel, takes answers, and deletes', async () => {
    await using stage = await open();
    const { account, clock, io, publish, posts } = stage;
    const outputs = await publish({ items: [{ text: 'Boots.' }] });
    await clock.advance(7200);
    const { items: received } = await platform.inbox.list(account, {}, io);
    expect(received.length).toBeGreaterThan(2);
    expect(new Set(received.map(({ kind, inReplyTo }) => `${kind} ${inReplyTo}`))).toEqual(
      new Set([`comment ${outputs['post-0']?.id}`]),
    );
    const [first, second] = received;
    await publish({ replyTo: { id: first!.id }, items: [{ text: 'Thank you.' }] });
    expect(posts().at(-1)).toMatchObject({ inReplyTo: first?.id });
    await platform.inbox.hide(account, second!, io);
    const left = await platform.inbox.list(account, { since: first!.createdAt }, io);
    expect(left.items.map(({ id }) => id)).toEqual(
      received.map(({ id }) => id).filter((id) => id !== second!.id),
    );
    const [followers] = await platform.insights(account, [], io);
    expect(followers?.value).toBeGreaterThanOrEqual(50_000);
  });
});

it('knows whether the bot may post, and whose token it is', async () => {
  await using stage = await open();
  const { server, account, io } = stage;
  await expect(platform.verify(account, io)).resolves.toBeUndefined();
  expect(await platform.facts(account, io)).toMatchObject({ type: 'channel', username: 'bakery' });
  server.settings.canPost = false;
  await expect(platform.verify(account, io)).rejects.toMatchObject({
    details: { failure: { kind: 'permission' } },
  });
  const stranger = { ...io, credentials: { botToken: '1:AAAA' } };
  await expect(platform.verify(account, stranger)).rejects.toMatchObject({
    details: { failure: { kind: 'auth-expired' } },
  });
});

it('waits as long as Telegram says when a chat is full', async () => {
  await using stage = await open({ messagesPerMinute: 1 });
  const { account, clock, io, compile, publish } = stage;
  await publish({ items: [{ text: 'One.' }] });
  await clock.advance(20);
  const [step] = compile({ items: [{ text: 'Two.' }] });
  expect(await platform.run(account, step!, { outputs: {} }, io)).toMatchObject({
    status: 'rejected',
    failure: { kind: 'rate-limited', retryAt: '2027-01-04T11:01:00.000Z' },
  });
});

const told = (result: object) => responseProblem('sendMessage', { ok: true, result });

it('is held to a documentation that tells wrong from right', () => {
  expect(requestProblem('sendMessage', { chat_id: 1, text: 'x' })).toBeUndefined();
  expect(requestProblem('sendMessage', { chat_id: 1 })).toContain('text is missing');
  expect(requestProblem('sendMessage', { chat_id: 1, text: 'x', reply_to: 2 })).toContain(
    'reply_to is unknown',
  );
  const chat = { id: 1, type: 'channel' };
  expect(told({ message_id: 1, date: 1, chat })).toBeUndefined();
  expect(told({ message_id: '1', date: 1, chat })).toContain('message_id is no Integer');
  expect(told({ message_id: 1, date: 1, chat: { ...chat, name: 'x' } })).toContain('unknown');
});
