import type { FailureKind, Json } from '@affiche/core';
import { tiktok } from '@affiche/platforms/tiktok';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { chosen } from './options.ts';

const platform = tiktok({ audited: true });
const film = {
  source: { path: 'mp4' },
  kind: 'video' as const,
  mimeType: 'video/mp4',
  bytes: 24,
};
const ok = { code: 'ok', message: '', log_id: 'x' };
const no = (status: number, code: string): Reply => ({ status, body: { error: { code } } });

const stepsOf = (host: string, options: object = {}) => {
  const draft = { items: [{ text: 'Folding', media: [film] }] };
  const composition = compose(platform, draft, { options: { ...chosen, ...options }, host });
  return { ...composition, steps: platform.compile(composition, seed) };
};

describe('a refusal to begin', () => {
  it.each([
    [401, 'access_token_invalid', 'auth-expired', true],
    [401, 'scope_not_authorized', 'permission', true],
    [403, 'unaudited_client_can_only_post_to_private_accounts', 'permission', true],
    [403, 'privacy_level_option_mismatch', 'permission', true],
    [429, 'rate_limit_exceeded', 'rate-limited', true],
    [403, 'spam_risk_too_many_posts', 'quota', true],
    [403, 'reached_active_user_cap', 'quota', true],
    [403, 'spam_risk_user_banned_from_posting', 'blocked', true],
    [400, 'invalid_params', 'invalid', true],
    [500, 'internal_error', 'transient', false],
    [400, 'unheard_of', 'invalid', false],
  ] satisfies [number, string, FailureKind, boolean][])(
    'as %d %s',
    async (status, code, kind, proves) => {
      await using server = await loopbackServer(() => no(status, code));
      const { account, steps } = stepsOf(server.host);
      const io = testIo({ accessToken: 'token' });
      expect(await platform.run(account, steps[0]!, { outputs: {} }, io)).toMatchObject({
        status: proves ? 'rejected' : 'ambiguous',
        failure: { kind, code },
      });
    },
  );
});

/** How a post ends of which TikTok says this, and how often it is asked after so many times. */
async function poll(data: object, before = 0): Promise<[object, number]> {
  await using server = await loopbackServer(() => ({ body: { data, error: ok } }));
  const { account, steps } = stepsOf(server.host);
  const io = testIo({ accessToken: 'token' });
  const url = `http://${server.host}/video/?upload_token=x`;
  const outputs = { 'upload-0': { id: 'v_1', data: { url, chunkSize: 24, count: 1 } } };
  let checkpoint: Json = { phase: 'ask', publishId: 'v_1', asked: before };
  for (let asked = before + 1; ; asked += 1) {
    const result = await platform.run(account, steps[1]!, { outputs, checkpoint }, io);
    if (result.status !== 'pending') return [result, asked];
    ({ checkpoint } = result);
  }
}

describe('a post that is worked on', () => {
  it.each([
    [
      { status: 'PUBLISH_COMPLETE', publicaly_available_post_id: [7299] },
      { status: 'done', output: { id: '7299' } },
      1,
    ],
    [{ status: 'PUBLISH_COMPLETE' }, { status: 'done', output: { id: 'v_1' } }, 4],
    [{ status: 'SEND_TO_USER_INBOX' }, { status: 'done', output: { id: 'v_1' } }, 1],
    [
      { status: 'FAILED', fail_reason: 'duration_check_failed' },
      { failure: { kind: 'invalid' } },
      1,
    ],
    [{ status: 'FAILED', fail_reason: 'spam_risk_text' }, { failure: { kind: 'blocked' } }, 1],
    [{ status: 'FAILED', fail_reason: 'auth_removed' }, { failure: { kind: 'permission' } }, 1],
    [
      { status: 'FAILED', fail_reason: 'internal' },
      { status: 'rejected', failure: { kind: 'gone' } },
      1,
    ],
    [
      { status: 'PROCESSING_UPLOAD' },
      { status: 'ambiguous', failure: { kind: 'unknown' } },
      361,
      355,
    ],
  ])('as %j', async (data, end, asked, before = 0) => {
    expect(await poll(data, before)).toMatchObject([end, asked]);
  });
});

it('says what a person chose, and sends no token to the store', async () => {
  await using server = await loopbackServer(({ path }) =>
    path === '/video/'
      ? { status: 201 }
      : {
          body: {
            data: { publish_id: 'v_1', upload_url: `http://${server.host}/video/?upload_token=x` },
            error: ok,
          },
        },
  );
  const { account, steps } = stepsOf(server.host, { allowComments: true, coverAtSeconds: 1.5 });
  const io = testIo({ accessToken: 'token' });
  const begun = await platform.run(account, steps[0]!, { outputs: {} }, io);
  const output = begun.status === 'done' ? begun.output : {};
  await platform.run(account, steps[1]!, { outputs: { 'upload-0': output } }, io);
  const [init, put] = server.received;
  expect(init?.json).toEqual({
    post_info: {
      title: 'Folding',
      privacy_level: 'PUBLIC_TO_EVERYONE',
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
      video_cover_timestamp_ms: 1500,
      brand_content_toggle: false,
      brand_organic_toggle: false,
      is_aigc: false,
    },
    source_info: { source: 'FILE_UPLOAD', video_size: 24, chunk_size: 24, total_chunk_count: 1 },
  });
  expect(put?.headers.get('content-range')).toBe('bytes 0-23/24');
  expect(put?.headers.get('authorization')).toBeNull();
});
