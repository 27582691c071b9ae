import { Draft, instant, simulatedClock } from '@affiche/core';
import { x } from '@affiche/platforms/x';
import { xSandbox, type XSandboxSettings } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo, runSteps } from './adapter-io.ts';

async function start(settings: Partial<XSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  // Days pass in these tests, and nobody is here to renew a token.
  const accessTokenSeconds = 30 * 86_400;
  const server = await xSandbox({ clock, settings: { accessTokenSeconds, ...settings } });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 5000 });
  const account = { platform: 'x', id, host: server.host };
  return { clock, server, account, credentials, io: adapterIo(credentials, clock) };
}

type Stage = Awaited<ReturnType<typeof start>>;

async function publish({ account, io }: Stage, items: object[], replyTo?: { id: string }) {
  const platform = x();
  const draft = Draft.parse({ id: 'draft', items, ...(replyTo && { replyTo }) });
  const facts = await platform.facts(account, io);
  const composition = { account, draft, options: platform.options.parse({}), facts };
  const publishedAt = instant(io.clock.now());
  const steps = platform.compile(composition, { key: 'draft', at: publishedAt });
  const { outputs, results } = await runSteps(platform, account, steps, io);
  return { id: outputs['post-0']?.id ?? '', publishedAt, steps, outputs, results };
}

describe('the X adapter on the X sandbox', () => {
  it.each(['tweet', 'post'] as const)('reads counts and answers as %s fields', async (dialect) => {
    const stage = await start();
    await using _ = stage.server;
    const { account, clock, io } = stage;
    const platform = x({ fieldDialect: dialect });
    const post = await publish(stage, [{ text: 'The galette is back.' }]);
    const read = async () => {
      const readings = await platform.insights(account, [post], io);
      return new Map<string, number>(
        readings.map(({ subject, fact, value }) => [`${subject.kind} ${fact}`, value]),
      );
    };
    expect((await read()).get('post reactions')).toBe(0);
    await clock.advance(86_400);
    const later = await read();
    expect(await read()).toEqual(later);
    for (const fact of ['impressions', 'reactions', 'comments', 'shares', 'linkClicks']) {
      expect(later.get(`post ${fact}`)).toBeGreaterThan(0);
    }
    expect(later.get('account followers')).toBeGreaterThan(5000);
    const { items } = await platform.inbox.list(account, {}, io);
    expect(new Set(items.map(({ kind, inReplyTo }) => `${kind} ${inReplyTo}`))).toEqual(
      new Set([`reply ${post.id}`]),
    );
    const [answered] = items;
    if (!answered) throw new Error('nobody answered');
    await platform.inbox.hide(account, answered, io);
    await platform.inbox.hide(account, answered, io);
  });

  it('asks a question, answers itself, and takes both back, twice', async () => {
    const stage = await start();
    await using _ = stage.server;
    const poll = { options: ['Yes', 'No'], durationSeconds: 3600 };
    const { steps, outputs } = await publish(stage, [
      { text: 'Frangipane?', poll },
      { text: 'You have an hour.', role: 'reply' },
    ]);
    expect(stage.server.posts(stage.account.id)).toHaveLength(2);
    for (const step of [...steps, ...steps]) {
      await x().undo(stage.account, step, outputs[step.id] ?? {}, stage.io);
    }
    expect(stage.server.posts(stage.account.id)).toEqual([]);
  });

  it('is told that the same words were said before, and finds them', async () => {
    const stage = await start();
    await using _ = stage.server;
    const { account, io } = stage;
    const { id, steps, publishedAt } = await publish(stage, [{ text: 'Again & again <3' }]);
    const [step] = steps;
    if (!step) throw new Error('no step');
    const repeated = await x().run(account, step, { outputs: {} }, io);
    expect(repeated).toMatchObject({ status: 'ambiguous', failure: { kind: 'duplicate' } });
    const found = await x().reconcile(account, step, { outputs: {} }, publishedAt, io);
    expect(found).toMatchObject({ status: 'applied', output: { id } });
  });

  it('hears when to come back from the headers of the endpoint', async () => {
    const stage = await start({ requestsPer15Minutes: { 'POST /2/tweets': 1 } });
    await using _ = stage.server;
    const { account, clock, io } = stage;
    await publish(stage, [{ text: 'One.' }]);
    const draft = Draft.parse({ id: 'two', items: [{ text: 'Two.' }] });
    const options = x().options.parse({});
    const composition = { account, draft, options, facts: x().defaultFacts };
    const [step] = x().compile(composition, { key: 'two', at: instant(clock.now()) });
    if (!step) throw new Error('no step');
    const refused = await x().run(account, step, { outputs: {} }, io);
    const retryAt = instant(clock.now() + 900_000);
    expect(refused).toMatchObject({
      status: 'rejected',
      failure: { kind: 'rate-limited', retryAt },
    });
    await clock.advance(901);
    expect(await x().run(account, step, { outputs: {} }, io)).toMatchObject({ status: 'done' });
  });

  it('renews its tokens, each refresh token once', async () => {
    const stage = await start({ accessTokenSeconds: 7200 });
    await using _ = stage.server;
    const { account, clock, credentials, io } = stage;
    await clock.advance(7201);
    await expect(x().verify(account, io)).rejects.toMatchObject({
      details: { failure: { kind: 'auth-expired' } },
    });
    const renewed = await x().authenticate(account, io);
    expect(renewed['refreshToken']).not.toBe(credentials['refreshToken']);
    await x().verify(account, adapterIo(renewed, clock));
    await expect(x().authenticate(account, io)).rejects.toMatchObject({
      details: { failure: { kind: 'permission' } },
    });
    await x().authenticate(account, adapterIo(renewed, clock));
  });
});

describe('a post of an account with Premium', () => {
  it('is written anew within an hour, under another id, at a place', async () => {
    const { clock, server, account, io } = await start({ premium: ['bakery'] });
    await using _ = server;
    const platform = x();
    const facts = await platform.facts(account, io);
    expect(facts.premium).toBe(true);
    const publishAs = async (text: string, options: object) => {
      const composition = {
        account,
        draft: Draft.parse({ id: 'draft', items: [{ text }] }),
        options: platform.options.parse(options),
        facts,
      };
      expect(platform.check(composition)).toEqual([]);
      const steps = platform.compile(composition, { key: text, at: instant(clock.now()) });
      return (await runSteps(platform, account, steps, io)).outputs['post-0'];
    };
    const first = await publishAs('The galete is back.', { place: '5a110d312052166f' });
    const edits = { id: first?.id ?? '' };
    const second = await publishAs('The galette is back.', { edits });
    expect(server.posts(account.id)).toMatchObject([
      { id: second?.id, text: 'The galette is back.' },
    ]);
    await clock.advance(3600);
    const late = publishAs('Too late.', { edits: { id: second?.id ?? '' } });
    await expect(late).rejects.toThrow('permission');
  });
});
