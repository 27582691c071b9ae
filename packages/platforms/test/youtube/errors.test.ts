import type { FailureKind } from '@affiche/core';
import { youtube } from '@affiche/platforms/youtube';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = youtube({ costs: { write: 60 }, chunkBytes: 262_144 });
const film = { source: { path: 'mp4' }, kind: 'video' as const, mimeType: 'video/mp4', bytes: 24 };
const no = (code: number, reason: string): Reply => ({
  status: code,
  body: { error: { code, message: 'in words', errors: [{ reason }] } },
});

async function attempt(reply: Reply) {
  await using server = await loopbackServer(() => reply);
  const draft = {
    items: [
      { text: 'Film', media: [film] },
      { text: 'First!', role: 'first-comment' as const },
    ],
  };
  const composition = compose(platform, draft, { host: server.host });
  const step = platform.compile(composition, seed).at(-1)!;
  const io = testIo({ accessToken: 'token' });
  const outputs = { 'video-0': { id: 'abc' } };
  const result = await platform.run(composition.account, step, { outputs }, io);
  return { step, result, observations: io.observations };
}

describe('a refusal', () => {
  it.each([
    [401, 'authError', 'auth-expired', true],
    [403, 'forbidden', 'permission', true],
    [403, 'quotaExceeded', 'quota', true],
    [400, 'uploadLimitExceeded', 'quota', true],
    [403, 'rateLimitExceeded', 'rate-limited', true],
    [403, 'commentsDisabled', 'invalid', true],
    [404, 'videoNotFound', 'gone', true],
    [409, 'captionExists', 'duplicate', false],
    [500, 'backendError', 'transient', false],
    [400, 'processingFailure', 'transient', false],
    [400, 'unheardOf', 'invalid', false],
  ] satisfies [number, string, FailureKind, boolean][])(
    'as %d %s',
    async (status, reason, kind, proves) => {
      const { result } = await attempt(no(status, reason));
      expect(result).toMatchObject({
        status: proves ? 'rejected' : 'ambiguous',
        failure: { kind, code: reason },
      });
    },
  );

  it('for want of units is waited for until midnight Pacific time', async () => {
    const { step, result, observations } = await attempt(no(403, 'quotaExceeded'));
    expect(step.costs).toEqual([{ bucket: 'units', points: 60 }]);
    // It is midnight there just now.
    const retryAt = '2027-01-05T08:00:00.000Z';
    expect(result).toMatchObject({ failure: { retryAt } });
    expect(observations).toEqual([
      { bucket: 'units', remaining: 0, resetAt: retryAt, refused: true },
    ]);
  });
});

/** How sending ends at a session that says this. */
async function send(reply: Reply, checkpoint?: { sent: number }) {
  await using server = await loopbackServer(({ method }) =>
    method === 'PUT' ? reply : { body: { items: [] } },
  );
  const draft = { items: [{ text: 'Film', media: [film] }] };
  const composition = compose(platform, draft, { host: server.host });
  const step = platform.compile(composition, seed)[1]!;
  const url = `http://${server.host}/upload/youtube/v3/videos?upload_id=x`;
  const outputs = { 'session-0': { data: { url, begunAt: seed.at } } };
  const progress = { outputs, ...(checkpoint && { checkpoint }) };
  const io = testIo({ accessToken: 'token' });
  const result = await platform.run(composition.account, step, progress, io);
  const found = await platform.reconcile(composition.account, step, progress, seed.at, io);
  return {
    result,
    found,
    ranges: server.received.map(({ headers }) => headers.get('content-range')),
  };
}

describe('a session', () => {
  it('that has a part is sent the rest', async () => {
    const { result, found, ranges } = await send({ status: 308, headers: { range: 'bytes=0-9' } });
    expect(result).toMatchObject({ status: 'pending', checkpoint: { sent: 10 } });
    expect(found).toMatchObject({ status: 'absent' });
    expect(ranges).toEqual(['bytes 0-23/24', 'bytes */24']);
  });

  it('that keeps nothing more is doubted', async () => {
    const reply = { status: 308, headers: { range: 'bytes=0-9' } };
    const { result, ranges } = await send(reply, { sent: 10 });
    expect(result).toMatchObject({ status: 'ambiguous', failure: { kind: 'transient' } });
    expect(ranges[0]).toBe('bytes 10-23/24');
  });

  it('that is finished says which film it became', async () => {
    const { result, found } = await send({ body: { id: 'abc' } });
    expect(result).toMatchObject({ status: 'done', output: { id: 'abc' } });
    expect(found).toMatchObject({ status: 'applied', output: { id: 'abc' } });
  });

  it('that is gone is looked for among the uploads, which are not shown here', async () => {
    const { result, found } = await send({ status: 404 });
    expect(result).toMatchObject({ status: 'ambiguous' });
    expect(found).toMatchObject({ status: 'inconclusive' });
  });

  it('that breaks off is asked', async () => {
    const { result, found } = await send('cut');
    expect(result).toMatchObject({ status: 'ambiguous' });
    expect(found).toMatchObject({ status: 'inconclusive' });
  });
});
