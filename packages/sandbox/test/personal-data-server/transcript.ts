import { talkAboutSessions } from './accounts.ts';
import { talkAboutBlobs } from './blobs.ts';
import { conversation, type TranscriptEntry } from './conversation.ts';
import { talkAboutRecords } from './records.ts';
import { talkTooMuch } from './rate-limits.ts';
import { talkAboutValidation } from './validation.ts';

/** Asks a personal data server everything we rely on and writes its answers down. */
export async function transcriptOf(url: string): Promise<readonly TranscriptEntry[]> {
  const talk = conversation(url);
  await talkAboutSessions(talk);
  await talkAboutRecords(talk);
  await talkAboutValidation(talk);
  await talkAboutBlobs(talk);
  await talk.ask('the wrong verb', { method: 'GET', nsid: 'com.atproto.repo.putRecord' });
  await talkTooMuch(talk);
  return talk.entries;
}
