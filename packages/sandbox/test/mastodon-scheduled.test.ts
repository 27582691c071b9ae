import { Draft, instant, type Json, simulatedClock, type StepOutput } from '@affiche/core';
import { mastodon } from '@affiche/platforms/mastodon';
import { type FaultEffect, mastodonSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';
import { pixel } from './personal-data-server/blobs.ts';

const platform = mastodon();
const start = '2027-01-04T08:00:00.000Z';
const scheduledAt = '2027-01-04T10:00:00.000Z';
const image = {
  source: { path: 'pixel.png' },
  kind: 'image',
  mimeType: 'image/png',
  bytes: pixel.byteLength,
  alt: 'A pixel.',
};

const atCommit: readonly FaultEffect[] = [
  'cut-before-commit',
  'cut-after-commit',
  'error-after-commit',
  'reject-after-commit',
];

async function stage(effect?: FaultEffect) {
  const clock = simulatedClock({ start });
  const server = await mastodonSandbox({ clock });
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const account = { platform: 'mastodon', id, host: server.host };
  const io = adapterIo(credentials, clock);
  const draft = Draft.parse({ id: 'later', items: [{ text: 'Fresh at ten.', media: [image] }] });
  const options = platform.options.parse({ scheduledAt });
  const composition = { account, draft, options, facts: platform.defaultFacts };
  const steps = platform.compile(composition, { key: 'later', at: start });
  const outputs: Record<string, StepOutput> = {};
  let checkpoint: Json | undefined;
  const run = async (name: string) => {
    const step = steps.find((each) => each.id === name)!;
    const progress = { outputs, ...(checkpoint !== undefined && { checkpoint }) };
    const result = await platform.run(account, step, progress, io);
    if (result.status === 'done') outputs[name] = result.output;
    checkpoint = result.status === 'pending' ? result.checkpoint : undefined;
    return result;
  };
  if (effect) server.faults.add({ on: 'POST /api/v1/statuses', effect });
  await run('upload-0-0');
  const created = await run('post-0');
  const post = steps.find((each) => each.id === 'post-0')!;
  return {
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    clock,
    server,
    steps,
    run,
    created,
    outputs,
    look: () => platform.reconcile(account, post, { outputs }, start, io),
    posts: () => server.posts(id),
    undo: () => platform.undo(account, post, outputs['post-0']!, io),
    insights: (posts: { id: string }[]) =>
      platform.insights(
        account,
        posts.map((each) => ({ ...each, publishedAt: instant(clock.now()) })),
        io,
      ),
  };
}

describe('a post that the server keeps for later', () => {
  it('is waited for, and then known by the id, the address and the numbers that it has in public', async () => {
    await using scene = await stage();
    const { run, clock } = scene;
    expect(scene.steps.filter(({ item }) => item === 0).map(({ id }) => id)).toEqual(['find-0']);
    expect(await run('find-0')).toMatchObject({
      status: 'pending',
      notBefore: '2027-01-04T10:00:30.000Z',
    });
    clock.jump(7230);
    const found = await run('find-0');
    const [post] = scene.posts();
    expect(found).toMatchObject({ status: 'done', output: { id: post?.id, url: post?.url } });
    const readings = await scene.insights([{ id: post!.id }]);
    expect(readings.map(({ fact }) => fact)).toContain('reactions');
  });

  it('is asked for again while the server is out of order', async () => {
    await using scene = await stage();
    const { run, clock, server } = scene;
    clock.jump(7230);
    server.faults.add({
      on: 'GET /api/v1/scheduled_statuses/:id',
      effect: 'error-before-commit',
    });
    expect((await run('find-0')).status).toBe('pending');
    expect((await run('find-0')).status).toBe('done');
  });

  it('is given up an hour after somebody deleted it on the server', async () => {
    await using scene = await stage();
    const { run, clock, undo } = scene;
    await undo();
    clock.jump(7230);
    expect((await run('find-0')).status).toBe('pending');
    clock.jump(3600);
    expect(await run('find-0')).toMatchObject({ status: 'rejected', failure: { kind: 'gone' } });
  });

  it('is deleted where it is taken back after it came out, and twice is the same as once', async () => {
    await using scene = await stage();
    scene.clock.jump(7230);
    expect(await scene.run('find-0')).toMatchObject({ status: 'done' });
    await scene.undo();
    expect(scene.posts()).toEqual([]);
    await scene.undo();
  });

  it('is not called taken back while nobody can tell whether it came out', async () => {
    await using scene = await stage();
    scene.clock.jump(7230);
    scene.server.faults.add({
      on: 'GET /api/v1/accounts/:id/statuses',
      effect: 'error-before-commit',
    });
    await expect(scene.undo()).rejects.toMatchObject({ code: 'platform-call-failed' });
    expect(scene.posts()).toHaveLength(1);
  });
});

describe.each(atCommit)('%s', (effect) => {
  it('where the server was to keep a post ends with the post, once', async () => {
    await using scene = await stage(effect);
    const { created, look, run, server, clock, outputs } = scene;
    expect(created.status).toBe('ambiguous');
    server.faults.add({ on: 'GET /api/v1/scheduled_statuses', effect: 'error-before-commit' });
    expect((await look()).status).toBe('inconclusive');
    const found = await look();
    if (found.status === 'applied') outputs['post-0'] = found.output;
    else await run('post-0');
    clock.jump(7230);
    const end = await run('find-0');
    expect(scene.posts()).toHaveLength(1);
    expect(end).toMatchObject({ status: 'done', output: { id: scene.posts()[0]?.id } });
  });
});
