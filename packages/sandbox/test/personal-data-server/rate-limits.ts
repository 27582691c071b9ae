import { password, signUp } from './accounts.ts';
import type { Conversation } from './conversation.ts';

/** Talks too much: logs in and writes until the server has had enough. */
export async function talkTooMuch(talk: Conversation): Promise<void> {
  const { did: repo, handle, accessJwt: token } = await signUp(talk, 'tess');
  for (let login = 1; login <= 31; login += 1) {
    await talk.ask(`log in for the ${login}. time`, {
      method: 'POST',
      nsid: 'com.atproto.server.createSession',
      json: { identifier: handle, password },
    });
  }
  // 200 creations of 3 points each: the ninth time, 5,000 points an hour are not enough.
  for (let batch = 1; batch <= 9; batch += 1) {
    const writes = Array.from({ length: 200 }, () => creation);
    await talk.ask(`create 200 for the ${batch}. time`, {
      method: 'POST',
      nsid: 'com.atproto.repo.applyWrites',
      token,
      json: { repo, writes },
    });
  }
}

const creation = {
  $type: 'com.atproto.repo.applyWrites#create',
  collection: 'app.bsky.feed.post',
  value: { text: 'hello', createdAt: '2026-11-21T20:06:42.426Z' },
};
