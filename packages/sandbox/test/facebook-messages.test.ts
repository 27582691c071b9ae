import { Draft, instant } from '@affiche/core';
import { expect, it } from 'vitest';
import { runSteps } from './adapter-io.ts';
import { image } from './instagram-stage.ts';
import { openFacebook } from './facebook-stage.ts';

const hour = 3600;

/** A page whose post was commented on, one comment of which was answered in private. */
async function openConversation() {
  const stage = await openFacebook();
  const { account, platform, io, clock, publish } = stage;
  await publish({ items: [{ text: 'Boots' }] });
  await clock.advance(24 * hour);
  const comments = (await platform.inbox.list(account, {}, io)).items;
  const comment = comments[0]?.id ?? '';
  const answer = { replyTo: { id: comment }, items: [{ text: 'We keep a pair for you.' }] };
  await publish(answer, { answers: 'private-reply' });
  const messages = async () =>
    (await platform.inbox.list(account, {}, io)).items.filter(({ kind }) => kind === 'message');
  return { ...stage, answer, comment, messages };
}

it('answers a comment in private once, hears back, and answers that within a day', async () => {
  await using stage = await openConversation();
  const { clock, publish, answer, messages } = stage;
  await expect(publish(answer, { answers: 'private-reply' })).rejects.toThrow('already replied');
  expect(await messages()).toEqual([]);
  await clock.advance(2 * hour);
  const [heard] = await messages();
  expect(heard).toMatchObject({ kind: 'message', text: 'Thanks!' });
  const toPerson = { replyTo: { id: heard?.author.id }, items: [{ text: 'See you.' }] };
  const { outputs } = await publish(toPerson, { answers: 'message' });
  expect(outputs['message-0']?.id).toMatch(/^17/);
  // What we say ourselves is no news.
  expect(await messages()).toHaveLength(1);
  await clock.advance(24 * hour);
  await expect(publish(toPerson, { answers: 'message' })).rejects.toThrow('outside of allowed');
});

it('looks for a message whose answer was lost, and says that of a private answer nobody can tell', async () => {
  await using stage = await openConversation();
  const { account, platform, clock, io, compile, messages, answer } = stage;
  await clock.advance(2 * hour);
  const [heard] = await messages();
  const draft = { replyTo: { id: heard?.author.id }, items: [{ text: 'See you on Sunday.' }] };
  const [step] = compile(draft, { answers: 'message' });
  const [reply] = compile(answer, { answers: 'private-reply' });
  const armedAt = instant(clock.now());
  const look = (at = step!) => platform.reconcile(account, at, { outputs: {} }, armedAt, io);
  expect(step).toMatchObject({ visibility: 'private', recognition: 'lookup' });
  expect(await look()).toMatchObject({ status: 'absent' });
  const { outputs } = await runSteps(platform, account, [step!], io);
  expect(await look()).toMatchObject({ status: 'applied', output: outputs['message-0'] });
  await runSteps(platform, account, [step!], io);
  expect(await look()).toMatchObject({ status: 'inconclusive' });
  expect(reply).toMatchObject({ recognition: 'none' });
  expect(await look(reply)).toMatchObject({ status: 'inconclusive' });
});

it('refuses files in messages, and a second private answer', async () => {
  await using stage = await openFacebook();
  const { account, platform } = stage;
  const draft = {
    id: 'draft',
    replyTo: { id: '1_2' },
    items: [{ text: 'Look.', media: [{ ...image, alt: 'Boots' }] }, { text: 'And this.' }],
  };
  const findings = platform.check({
    account,
    draft: Draft.parse(draft),
    options: platform.options.parse({ answers: 'private-reply' }),
    facts: platform.defaultFacts,
  });
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['facebook/message/words-alone', 'facebook/message/once']) as string[],
  );
});
