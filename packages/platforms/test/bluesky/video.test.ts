import type { Media } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { files, testIo } from '../platform-io.ts';
import { runAll, runToEnd } from '../step-runner.ts';
import { cidOf, did, type Pds, pds } from './pds.ts';

const platform = bluesky();
const film: Media = {
  source: { path: 'mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: files.mp4.length,
  width: 16,
  height: 9,
  durationSeconds: 12,
  alt: 'Dough rising',
  captions: [{ language: 'fr', source: { path: 'vtt' } }],
};

function prepare(server: Pds) {
  const draft = { items: [{ text: 'film', media: [film] }] };
  const composition = compose(platform, draft, { host: server.host });
  expect(platform.check(composition)).toEqual([]);
  const io = testIo({ accessJwt: 'access-1', did });
  return { account: composition.account, steps: platform.compile(composition, seed), io };
}

describe('a video', () => {
  it('waits for the service to prepare it, and then goes out with its captions', async () => {
    await using server = await pds();
    let polls = 0;
    const blob = {
      $type: 'blob',
      ref: { $link: cidOf(files.mp4, 0x55) },
      mimeType: 'video/mp4',
      size: files.mp4.length,
    };
    server.blobs.set(blob.ref.$link, blob);
    Object.assign(server.network, {
      'app.bsky.video.getUploadLimits': () => ({ canUpload: true }),
      'app.bsky.video.uploadVideo': () => ({ jobId: 'job-1', did, state: 'JOB_STATE_CREATED' }),
      'app.bsky.video.getJobStatus': () => {
        polls += 1;
        const state = polls < 3 ? 'JOB_STATE_ENCODING' : 'JOB_STATE_COMPLETED';
        return { jobStatus: { jobId: 'job-1', did, state, ...(polls >= 3 && { blob }) } };
      },
    });
    const { account, steps, io } = prepare(server);
    await runAll(platform, account, steps, io);
    expect([...server.records.values()][0]?.value['embed']).toMatchObject({
      $type: 'app.bsky.embed.video',
      video: blob,
      alt: 'Dough rising',
      aspectRatio: { width: 16, height: 9 },
      captions: [{ lang: 'fr', file: { mimeType: 'text/vtt' } }],
    });
    const tokens = server.received
      .filter(({ path }) => path.startsWith('/xrpc/app.bsky.video.'))
      .map(({ headers }) => headers.get('authorization'));
    expect(tokens.every((token) => token?.startsWith('Bearer service-'))).toBe(true);
  });

  it('is recognised when it was uploaded before', async () => {
    await using server = await pds();
    Object.assign(server.network, {
      'app.bsky.video.getUploadLimits': () => ({ canUpload: true }),
    });
    server.faults.push({
      method: 'app.bsky.video.uploadVideo',
      when: 'before',
      reply: {
        status: 409,
        body: { jobId: 'job-1', did, state: 'JOB_STATE_ENCODING', error: 'already_exists' },
      },
    });
    const { account, steps, io } = prepare(server);
    const step = steps.find(({ kind }) => kind === 'upload-video');
    expect(await platform.run(account, step!, { outputs: {} }, io)).toMatchObject({
      status: 'pending',
      checkpoint: { jobId: 'job-1' },
    });
  });

  it.each([
    [{ canUpload: false, message: 'daily limit reached' }, undefined, 'quota'],
    [
      { canUpload: true },
      { state: 'JOB_STATE_FAILED', failureCode: 'encoding_failure' },
      'invalid',
    ],
  ])('that is refused (%j) tells why', async (limits, job, kind) => {
    await using server = await pds();
    Object.assign(server.network, {
      'app.bsky.video.getUploadLimits': () => limits,
      'app.bsky.video.uploadVideo': () => ({ jobStatus: { jobId: 'job-1', did, ...job } }),
    });
    const { account, steps, io } = prepare(server);
    const step = steps.find((each) => each.kind === 'upload-video');
    const result = await runToEnd(platform, account, step!, {}, io);
    expect(result).toMatchObject({ status: 'rejected', failure: { kind } });
  });
});
