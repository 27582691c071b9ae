import { readFileSync } from 'node:fs';
import { blueskySandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import type { TranscriptEntry } from './personal-data-server/conversation.ts';
import { raceOn } from './personal-data-server/races.ts';
import { transcriptOf } from './personal-data-server/transcript.ts';

/** What a real personal data server answered, once; `npm run test:pds` asks one again. */
interface Recording {
  readonly server: string;
  readonly recordedAt: string;
  readonly entries: readonly TranscriptEntry[];
}

it(
  'answers 201 questions as the real server does, to the letter',
  { timeout: 30_000 },
  async () => {
    const file = new URL('personal-data-server/recorded.json', import.meta.url);
    const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
    await using server = await blueskySandbox();
    const transcript = await transcriptOf(server.url);
    expect(transcript).toEqual(recording.entries);
    expect(transcript).toHaveLength(201);
  },
);

it('lets one of six creations win and all of six puts, as the real server does', async () => {
  await using server = await blueskySandbox();
  expect(await raceOn(server.url)).toEqual({
    create: { 200: 1, 500: 5 },
    put: { 200: 6 },
    versions: 1,
  });
});

it('shows no counts and no feeds when it stands alone, as the real server does', async () => {
  await using server = await blueskySandbox({ settings: { appView: false } });
  const { handle, password } = server.createAccount({ handle: 'bakery.test' });
  const ask = (token?: string) =>
    fetch(`${server.url}/xrpc/app.bsky.actor.getProfile?actor=${handle}`, {
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
  expect((await ask()).status).toBe(401);
  const login = await fetch(`${server.url}/xrpc/com.atproto.server.createSession`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: handle, password }),
  });
  const { accessJwt } = (await login.json()) as { accessJwt: string };
  const answer = await ask(accessJwt);
  expect([answer.status, await answer.json()]).toEqual([
    502,
    { error: 'UpstreamFailure', message: 'Upstream service unreachable' },
  ]);
});
