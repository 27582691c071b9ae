import { Draft, instant, simulatedClock } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { blueskySandbox, type Fault } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { adapterIo } from './adapter-io.ts';

const film = new Uint8Array(Buffer.from('\0\0\0\x1cftypisom\0\0\0\0', 'latin1'));
const platform = bluesky();
const draft = Draft.parse({
  id: 'film',
  items: [
    {
      text: 'A film.',
      media: [
        {
          source: { path: 'film.mp4' },
          kind: 'video',
          mimeType: 'video/mp4',
          bytes: film.byteLength,
          durationSeconds: 3,
          alt: 'An oven.',
        },
      ],
    },
  ],
});

async function start(fault?: Fault) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await blueskySandbox({ clock, settings: { videoProcessingSeconds: 20 } });
  if (fault) server.faults.add(fault);
  const { id, credentials } = server.createAccount({ handle: 'bakery.test' });
  const account = { platform: 'bluesky', id, host: server.host };
  const session = await platform.authenticate(account, adapterIo(credentials, clock));
  const io = { ...adapterIo(session, clock), openMedia: async () => film };
  const composition = { account, draft, options: platform.options.parse({}), facts: {} };
  const [upload, post] = platform.compile(composition, { key: 'film', at: instant(clock.now()) });
  if (!upload || !post) throw new Error('nothing to run');
  const run = (checkpoint?: Parameters<typeof platform.run>[2]['checkpoint']) =>
    platform.run(
      account,
      upload,
      { outputs: {}, ...(checkpoint !== undefined && { checkpoint }) },
      io,
    );
  return { clock, server, account, io, upload, post, run };
}

describe('a video', () => {
  it('is worked on, then shown with its post', async () => {
    const { clock, server, account, io, upload, post, run } = await start();
    await using _ = server;
    const first = await run();
    if (first.status !== 'pending') throw new Error(JSON.stringify(first));
    await clock.advance(10);
    expect(await run(first.checkpoint)).toMatchObject({ status: 'pending' });
    await clock.advance(11);
    const ready = await run(first.checkpoint);
    if (ready.status !== 'done') throw new Error(JSON.stringify(ready));
    const outputs = { [upload.id]: ready.output };
    expect(await platform.run(account, post, { outputs }, io)).toMatchObject({ status: 'done' });
    expect(server.posts(account.id)).toMatchObject([{ text: 'A film.' }]);
  });

  it('that is sent twice is the same job', async () => {
    const { server, run } = await start();
    await using _ = server;
    const [first, second] = [await run(), await run()];
    expect(first).toMatchObject({ status: 'pending', checkpoint: { jobId: expect.any(String) } });
    expect(second).toEqual(first);
  });

  it.each([
    ['media-stuck', 'pending'],
    ['media-failed', 'rejected'],
  ] as const)('that is %s stays %s however long one waits', async (effect, status) => {
    const { clock, server, run } = await start({ on: 'POST app.bsky.video.uploadVideo', effect });
    await using _ = server;
    const first = await run();
    await clock.advance(3600);
    const checkpoint = first.status === 'pending' ? first.checkpoint : undefined;
    if (checkpoint === undefined) throw new Error(JSON.stringify(first));
    const later = await run(checkpoint);
    expect(later).toMatchObject({ status });
  });

  it('beyond the number of a day is refused before it is sent', async () => {
    const { server, run } = await start();
    await using _ = server;
    server.settings.videosPerDay = 0;
    expect(await run()).toMatchObject({ status: 'rejected', failure: { kind: 'quota' } });
  });
});
