import { readFileSync } from 'node:fs';
import { blueskySandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import type { TranscriptEntry } from './personal-data-server/conversation.ts';
import { transcriptOf } from './personal-data-server/transcript.ts';

/** What a real personal data server answered, once; `npm run test:pds` asks one again. */
interface Recording {
  readonly server: string;
  readonly recordedAt: string;
  readonly entries: readonly TranscriptEntry[];
}

it('answers 201 questions as the real server does, to the letter', async () => {
  const file = new URL('personal-data-server/recorded.json', import.meta.url);
  const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
  await using server = await blueskySandbox();
  const transcript = await transcriptOf(server.url);
  expect(transcript).toEqual(recording.entries);
  expect(transcript).toHaveLength(201);
});
