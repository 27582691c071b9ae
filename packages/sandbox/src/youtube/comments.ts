import { phraseOf, readerOf } from '../audience/readers.ts';
import type { Row } from '../database.ts';
import { secret, type YouTube, youtubeMoment } from './context.ts';
import { audienceVideo, findVideo, type Video } from './videos.ts';

/** Something said under a film, by its channel or by a simulated viewer. */
export interface Comment {
  readonly id: string;
  readonly video: string;
  readonly parent: string | null;
  readonly author: string;
  readonly name: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Everything that is said directly under a film, newest first. */
export function commentsUnder(youtube: YouTube, video: Video): Comment[] {
  const own = youtube.database
    .all('SELECT * FROM comment WHERE video = ? AND parent IS NULL ORDER BY rowid', video.id)
    .map((row) => commentFrom(youtube, row));
  const held = new Set(
    youtube.database.all('SELECT comment FROM held').map((row) => String(row['comment'])),
  );
  return [...own, ...saidByViewers(youtube, video)]
    .filter(({ id }) => !held.has(id))
    .toSorted((one, other) => other.at - one.at);
}

/** What channels of this server answered to a comment, oldest first. */
export function answersTo(youtube: YouTube, parent: string): Comment[] {
  return youtube.database
    .all('SELECT * FROM comment WHERE parent = ? ORDER BY rowid', parent)
    .map((row) => commentFrom(youtube, row));
}

/** A comment as the API shows it. */
export function commentView({ id, video, parent, author, name, text, at }: Comment) {
  return {
    kind: 'youtube#comment',
    id,
    snippet: {
      videoId: video,
      ...(parent !== null && { parentId: parent }),
      textOriginal: text,
      textDisplay: text,
      authorDisplayName: name,
      authorChannelId: { value: author },
      publishedAt: youtubeMoment(at),
    },
  };
}

/** A comment with its answers, as the API shows it. */
export function threadView(youtube: YouTube, comment: Comment) {
  const answers = answersTo(youtube, comment.id);
  return {
    kind: 'youtube#commentThread',
    id: comment.id,
    snippet: {
      videoId: comment.video,
      topLevelComment: commentView(comment),
      totalReplyCount: answers.length,
      canReply: true,
      isPublic: true,
    },
    ...(answers.length > 0 && { replies: { comments: answers.map(commentView) } }),
  };
}

function saidByViewers(youtube: YouTube, video: Video): Comment[] {
  const { audience, clock } = youtube;
  return audience
    .actions(audienceVideo(video), clock.now())
    .filter(({ kind }) => kind === 'reply')
    .map(({ at, reader, choice }) => ({
      id: `Ug${secret(youtube, `${video.id} ${at} ${reader}`).slice(0, 24)}`,
      video: video.id,
      parent: null,
      author: `UC${secret(youtube, `viewer ${reader}`).slice(0, 22)}`,
      name: `@${readerOf(reader).name}`,
      text: phraseOf(choice, undefined),
      at,
    }));
}

function commentFrom({ database }: YouTube, row: Row): Comment {
  const author = String(row['author']);
  const channel = database.one('SELECT title FROM account WHERE id = ?', author);
  return {
    id: String(row['id']),
    video: String(row['video']),
    parent: row['parent'] === null ? null : String(row['parent']),
    author,
    name: `@${String(channel?.['title'])}`,
    text: String(row['text']),
    at: Number(row['at']),
  };
}

/** Finds the film of a comment, whoever wrote it. */
export function findComment(youtube: YouTube, id: string): Comment | undefined {
  const rows = youtube.database.all('SELECT id FROM video');
  for (const row of rows) {
    const video = findVideo(youtube, String(row['id']));
    const found = video && commentsUnder(youtube, video).find((each) => each.id === id);
    if (found) return found;
  }
  return undefined;
}
