import { Draft, instant, type Json } from '@affiche/core';
import { facebook } from '@affiche/platforms/facebook';
import { describe, expect, it } from 'vitest';
import { film, picture } from './crash-matrix.ts';
import { runSteps } from './adapter-io.ts';
import { openFacebook } from './facebook-stage.ts';

const day = 86_400;

describe('a film', () => {
  it('is sent piece by piece, worked on, and rejected after it was accepted', async () => {
    await using stage = await openFacebook({ chunkBytes: 5, processingSeconds: 60 });
    const { server, account, platform, clock, io, compile } = stage;
    server.faults.add({ on: 'POST /:object/videos', effect: 'media-failed' });
    const [upload, post, confirm] = compile({ items: [{ text: 'Film', media: [film] }] });
    let checkpoint: Json | undefined;
    let sent;
    for (let turn = 0; turn < 6; turn += 1) {
      const progress = { outputs: {}, ...(checkpoint !== undefined && { checkpoint }) };
      sent = await platform.run(account, upload!, progress, io);
      if (sent.status !== 'pending') break;
      ({ checkpoint } = sent);
    }
    if (sent?.status !== 'done') throw new Error(JSON.stringify(sent));
    const before = { outputs: { [upload!.id]: sent.output } };
    const armedAt = instant(clock.now());
    const look = () => platform.reconcile(account, post!, before, armedAt, io);
    expect(await look()).toMatchObject({ status: 'absent' });
    const published = await platform.run(account, post!, before, io);
    if (published.status !== 'done') throw new Error(JSON.stringify(published));
    expect(await look()).toMatchObject({ status: 'inconclusive' });
    const progress = { outputs: { ...before.outputs, 'post-0': published.output } };
    const waiting = await platform.run(account, confirm!, progress, io);
    expect(waiting).toMatchObject({ status: 'pending', notBefore: '2027-01-04T11:00:10.000Z' });
    await clock.advance(60);
    expect(await platform.run(account, confirm!, progress, io)).toMatchObject({
      status: 'rejected',
      failure: {
        kind: 'invalid',
        message: expect.stringContaining('could not be processed') as string,
      },
    });
    expect(server.posts(account.id)).toEqual([]);
  });

  it('that is worked on for ever is given up in the end', async () => {
    await using stage = await openFacebook();
    const { server, account, io, clock, compile } = stage;
    const platform = facebook({ processingSeconds: 90 });
    server.faults.add({ on: 'POST */video_reels', effect: 'media-stuck' });
    const steps = compile({ items: [{ media: [film] }] }, { format: 'reel' });
    await expect(
      (async () => {
        const outputs: Record<string, object> = {};
        for (const step of steps) {
          let checkpoint: Json | undefined;
          while (!(step.id in outputs)) {
            const progress = { outputs, ...(checkpoint !== undefined && { checkpoint }) };
            const result = await platform.run(account, step, progress, io);
            if (result.status === 'done') outputs[step.id] = result.output;
            else if (result.status === 'pending') {
              ({ checkpoint } = result);
              await clock.advance(Math.max(0, (Date.parse(result.notBefore) - clock.now()) / 1000));
            } else throw new Error(JSON.stringify(result));
          }
        }
      })(),
    ).rejects.toThrow('not done with it after 90 seconds');
  });
});

it('fetches pictures, reels and stories where the world finds them, and takes the bytes of films', async () => {
  await using stage = await openFacebook();
  const { server, account, clock } = stage;
  const platform = facebook({ mediaUrl: () => 'https://cdn.example.com/file' });
  const opened: object[] = [];
  const io = {
    ...stage.io,
    openMedia: (source: object) => {
      opened.push(source);
      return stage.io.openMedia(source);
    },
  };
  const publish = async (media: object, options: object = {}) => {
    const composition = {
      account,
      draft: Draft.parse({ id: 'draft', items: [{ media: [media] }] }),
      options: platform.options.parse(options),
      facts: platform.defaultFacts,
    };
    const steps = platform.compile(composition, { key: 'one', at: instant(clock.now()) });
    await runSteps(platform, account, steps, io);
  };
  await publish(picture);
  await publish(film, { format: 'reel' });
  await publish(film, { format: 'story' });
  expect(opened).toEqual([]);
  await publish(film);
  expect(opened).not.toEqual([]);
  expect(server.posts(account.id).length).toBeGreaterThanOrEqual(3);
});

describe('a post that waits on Facebook', () => {
  const options = { scheduledAt: '2027-01-05T08:00:00.000Z' };

  it('is found while it waits and when it is out, and taken back', async () => {
    await using stage = await openFacebook();
    const { server, account, platform, clock, io, publish } = stage;
    const armedAt = instant(clock.now());
    const draft = { items: [{ text: 'Tomorrow', media: [picture] }] };
    const { id, outputs, steps } = await publish(draft, options);
    const before = { outputs: { 'upload-0-0': outputs['upload-0-0']! } };
    const find = () => platform.reconcile(account, steps[1]!, before, armedAt, io);
    expect(server.posts(account.id)).toEqual([]);
    expect(await find()).toMatchObject({ status: 'applied', output: { id } });
    await clock.advance(day);
    expect(server.posts(account.id)).toMatchObject([{ id, publishedAt: options.scheduledAt }]);
    expect(await find()).toMatchObject({ status: 'applied', output: { id } });
    await platform.undo(account, steps[1]!, outputs['post-0']!, io);
    await platform.undo(account, steps[1]!, outputs['post-0']!, io);
    expect(server.posts(account.id)).toEqual([]);
    expect(await find()).toMatchObject({ status: 'absent' });
  });

  it('is refused for a moment that is too near or too far', async () => {
    await using stage = await openFacebook();
    for (const scheduledAt of ['2027-01-04T11:09:59.000Z', '2027-02-03T11:00:01.000Z']) {
      await expect(stage.publish({ items: [{ text: 'x' }] }, { scheduledAt })).rejects.toThrow(
        'scheduled_publish_time',
      );
    }
  });
});

const linked = (slug: string) => ({
  items: [{ text: 'Read', link: { url: `https://example.com/?utm_content=${slug}` } }],
});

it('publishes a link once, and tells it from the same words with another link', async () => {
  await using stage = await openFacebook();
  const { account, platform, clock, io, compile, publish, server } = stage;
  const armedAt = instant(clock.now());
  const { id } = await publish(linked('one'));
  const find = (slug: string) =>
    platform.reconcile(account, compile(linked(slug))[0]!, { outputs: {} }, armedAt, io);
  expect(await find('one')).toMatchObject({ status: 'applied', output: { id } });
  expect(await find('two')).toMatchObject({ status: 'absent' });
  await publish(linked('one'));
  expect(await find('one')).toMatchObject({ status: 'inconclusive' });
  expect(server.posts(account.id)).toHaveLength(2);
});

it.each([
  ['the same words again', {}, 'duplicate'],
  ['a page that posts too fast', { postsPerHour: 1 }, 'blocked'],
  ['a person without the task', { tasks: ['ANALYZE'] }, 'permission'],
  ['a version that is refused', { oldestVersion: 'v26.0', refusesOldVersions: true }, 'invalid'],
])('says no to %s', async (_name, settings, kind) => {
  await using stage = await openFacebook();
  const { server, account, platform, io, compile, publish } = stage;
  await publish({ items: [{ text: 'Again' }] });
  Object.assign(server.settings, settings);
  const result = await platform.run(
    account,
    compile({ items: [{ text: 'Again' }] })[0]!,
    { outputs: {} },
    io,
  );
  expect(result).toMatchObject({ failure: { kind } });
  expect(result.status).toBe(/permission|invalid/.test(kind) ? 'rejected' : 'ambiguous');
  expect(server.posts(account.id)).toHaveLength(1);
});

it('shows a picture in one post alone', async () => {
  await using stage = await openFacebook();
  const { account, platform, io, publish } = stage;
  const { outputs, steps } = await publish({ items: [{ text: 'One', media: [picture] }] });
  expect(await platform.run(account, steps[1]!, { outputs }, io)).toMatchObject({
    status: 'ambiguous',
    failure: { kind: 'duplicate', code: '1366051' },
  });
});

it('replaces the words of a post and of a comment', async () => {
  await using stage = await openFacebook();
  const { server, account, platform, io, publish } = stage;
  const draft = { items: [{ text: 'Tpyo' }, { text: 'Tpyo too', role: 'first-comment' }] };
  const { outputs } = await publish(draft);
  for (const step of ['post-0', 'comment-1']) {
    await platform.editText(account, { id: outputs[step]?.id ?? '', text: `${step} mended` }, io);
  }
  expect(server.posts(account.id).map(({ text }) => text)).toEqual([
    'post-0 mended',
    'comment-1 mended',
  ]);
});
