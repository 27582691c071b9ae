import { instant } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';
import { film, image, openInstagram } from './instagram-stage.ts';

const platform = instagram();
const picture = { items: [{ text: 'Boots.', media: [image] }] };

/** A post that readers have commented on for a day. */
async function openConversation() {
  const stage = await openInstagram();
  const { outputs } = await stage.publish(picture);
  await stage.clock.advance(86_400);
  const { items } = await platform.inbox.list(stage.account, {}, stage.io);
  const [first, second] = items;
  if (!first || !second) throw new Error('nobody said anything');
  return { ...stage, post: outputs['post-0']?.id ?? '', first, second };
}

it('finds comments, answers one in public and another in private, hides one and deletes one', async () => {
  await using stage = await openConversation();
  const { account, io, server, post, first, second } = stage;
  expect(first).toMatchObject({ kind: 'comment', inReplyTo: post, root: { id: post } });
  const reply = (item: typeof first) => ({
    replyTo: { id: item.id, root: { id: post } },
    items: [{ text: 'Thank you!' }],
  });
  await stage.publish(reply(first));
  expect(server.posts(account.id).at(-1)).toMatchObject({ inReplyTo: first.id });
  const sent = await stage.publish(reply(second), { answers: 'private-reply' });
  expect(sent.outputs['comment-0']?.id).toMatch(/^17\d{15}$/);
  const headers = { authorization: `Bearer ${io.credentials['accessToken']}` };
  for (const [change, hidden] of [
    ['hide', true],
    ['unhide', false],
  ] as const) {
    await platform.inbox[change](account, second, io);
    const shown = await fetch(`${server.url}/v25.0/${second.id}`, { headers });
    expect(await shown.json()).toMatchObject({ hidden });
  }
  for (const _ of ['once', 'twice']) await platform.inbox.remove(account, second, io);
  const { items } = await platform.inbox.list(account, {}, io);
  expect(items.map(({ id }) => id)).not.toContain(second.id);
  expect(items.map(({ author }) => author.handle)).not.toContain('bakery');
  const later = await platform.inbox.list(account, { since: instant(stage.clock.now()) }, io);
  expect(later.items).toEqual([]);
});

it('looks for a comment whose answer was lost, and says of a message that nobody can tell', async () => {
  await using stage = await openConversation();
  const { account, clock, io, post, first } = stage;
  const draft = {
    replyTo: { id: first.id, root: { id: post } },
    items: [{ text: 'Open on Sunday.' }],
  };
  const armedAt = instant(clock.now());
  const [step] = stage.compile(draft);
  const look = () => platform.reconcile(account, step!, { outputs: {} }, armedAt, io);
  expect(await look()).toMatchObject({ status: 'absent' });
  const { outputs } = await runSteps(platform, account, [step!], io);
  expect(await look()).toMatchObject({ status: 'applied', output: outputs['comment-0'] });
  await runSteps(platform, account, [step!], io);
  expect(await look()).toMatchObject({ status: 'inconclusive' });
  const [message] = stage.compile(draft, { answers: 'message' });
  expect(message).toMatchObject({ visibility: 'private', recognition: 'none' });
  const asked = await platform.reconcile(account, message!, { outputs: {} }, armedAt, io);
  expect(asked.status).toBe('inconclusive');
});

it('hears of those who tag and name us, and answers them', async () => {
  await using stage = await openInstagram();
  const { account, clock, io, server } = stage;
  const guest = server.createAccount({ handle: 'guest' });
  const theirs = { ...account, id: guest.id };
  const draft = { items: [{ text: 'Lunch with @bakery', media: [image] }] };
  const tags = [{ username: 'bakery', x: 0.5, y: 0.5 }];
  const steps = stage.compile(draft, { tags });
  const { outputs } = await runSteps(platform, theirs, steps, adapterIo(guest.credentials, clock));
  const media = outputs['post-0']?.id ?? '';
  const { items } = await platform.inbox.list(account, {}, io);
  expect(items).toMatchObject([{ kind: 'mention', id: media, author: { handle: 'guest' } }]);
  const mention = await platform.inbox.mention(account, { media }, io);
  expect(mention).toMatchObject({ text: 'Lunch with @bakery', author: { handle: 'guest' } });
  await stage.publish(
    { replyTo: { id: media, root: { id: media } }, items: [{ text: 'Come again!' }] },
    { answers: 'mention' },
  );
  expect(server.posts(account.id).at(-1)).toMatchObject({ inReplyTo: media });
  await expect(platform.inbox.mention(account, { media: '1' }, io)).rejects.toMatchObject({
    details: { failure: { kind: 'gone' } },
  });
});

it('closes a reel to comments after its own', async () => {
  await using stage = await openInstagram();
  const { outputs } = await stage.publish(
    {
      items: [
        { text: 'A reel.', media: [film] },
        { text: 'Ours.', role: 'first-comment' },
      ],
    },
    { comments: false },
  );
  const media = outputs['post-0']?.id ?? '';
  const another = { replyTo: { id: media }, items: [{ text: 'Too late.' }] };
  await expect(stage.publish(another, { answers: 'post' })).rejects.toThrow('Nobody can comment');
  expect(stage.server.posts(stage.account.id).map(({ text }) => text)).toEqual([
    'A reel.',
    'Ours.',
  ]);
});
