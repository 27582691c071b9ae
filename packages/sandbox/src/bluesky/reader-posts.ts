import type { AudienceAction } from '../audience/audience.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import { readerDid, readerWithDid } from './accounts.ts';
import { readerView } from './actor-views.ts';
import { type Bluesky, tid } from './context.ts';
import { encodeRecord, recordCid } from './lex-value.ts';
import { audiencePost, findPost, type Post } from './posts.ts';
import { findRecord } from './records.ts';
import { parseRecordUri } from './syntax.ts';

/** What a simulated reader wrote under a post, as feeds show it. */
export interface ReaderPost {
  readonly uri: string;
  readonly cid: string;
  readonly author: ReturnType<typeof readerView>;
  readonly record: Record<string, unknown>;
  readonly indexedAt: string;
}

/** Everything that simulated readers have answered to a post so far. */
export function readerRepliesTo(bluesky: Bluesky, post: Post): ReaderPost[] {
  const { audience, clock } = bluesky;
  return audience
    .actions(audiencePost(post), clock.now())
    .filter(({ kind }) => kind === 'reply')
    .map((action) => readerReply(bluesky, post, action));
}

/** Finds what a simulated reader wrote. */
export function findReaderPost(bluesky: Bluesky, uri: string): ReaderPost | undefined {
  const place = parseRecordUri(uri);
  if (!place || !readerWithDid(bluesky, place.repo)) return undefined;
  // Nothing is stored of readers, so everything that they could have answered is looked through.
  for (const row of bluesky.database.all('SELECT uri FROM post WHERE removed_at IS NULL')) {
    const post = findPost(bluesky, String(row['uri']));
    const found = post && readerRepliesTo(bluesky, post).find((reply) => reply.uri === uri);
    if (found) return found;
  }
  return undefined;
}

/** What a simulated reader wrote under a post, as feeds show it. */
export function readerReply(bluesky: Bluesky, post: Post, action: AudienceAction): ReaderPost {
  const reader = readerOf(action.reader);
  const parent = strongRef(bluesky, post.uri);
  const root = post.root === null ? parent : (strongRef(bluesky, post.root) ?? parent);
  const language = languageOf(bluesky, post.uri);
  const createdAt = new Date(action.at).toISOString();
  const record = {
    $type: 'app.bsky.feed.post',
    text: phraseOf(action.choice, language),
    createdAt,
    ...(language === undefined ? {} : { langs: [language] }),
    reply: { root, parent },
  };
  const rkey = tid(action.at * 1000 + Math.floor(action.choice * 1000), reader.index & 1023);
  return {
    uri: `at://${readerDid(bluesky, reader)}/app.bsky.feed.post/${rkey}`,
    cid: recordCid(encodeRecord(record)),
    author: readerView(bluesky, reader),
    record,
    indexedAt: createdAt,
  };
}

function strongRef(bluesky: Bluesky, uri: string): { uri: string; cid: string } | undefined {
  const record = recordAt(bluesky, uri);
  return record && { uri, cid: record.cid };
}

function languageOf(bluesky: Bluesky, uri: string): string | undefined {
  const languages = recordAt(bluesky, uri)?.value['langs'];
  const first: unknown = Array.isArray(languages) ? languages[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}

function recordAt(bluesky: Bluesky, uri: string) {
  const place = parseRecordUri(uri);
  return place && findRecord(bluesky, { ...place, did: place.repo });
}
