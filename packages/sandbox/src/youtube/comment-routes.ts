import { isRecord } from '../http/body-fields.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import {
  answersTo,
  type Comment,
  commentsUnder,
  commentView,
  findComment,
  threadView,
} from './comments.ts';
import { freshId, list, type YouTube, youtubeError } from './context.ts';
import { findVideo, privacyOf, videosOf } from './videos.ts';

/** Comments: read, written, answered, held back and deleted. */
export function commentRoutes(youtube: YouTube): Route[] {
  const { database, clock } = youtube;
  const insert = (comment: Omit<Comment, 'at' | 'name'>): Comment => {
    if (comment.text === '') throw youtubeError(400, 'commentTextRequired');
    if (comment.text.length > 10_000) throw youtubeError(400, 'commentTextTooLong');
    const at = clock.now();
    database.run(
      'INSERT INTO comment (id, video, parent, author, text, at) VALUES (?, ?, ?, ?, ?, ?)',
      comment.id,
      comment.video,
      comment.parent,
      comment.author,
      comment.text,
      at,
    );
    return { ...comment, name: '@me', at };
  };
  return [
    route('GET', '/youtube/v3/commentThreads', (exchange) => {
      const account = authenticate(youtube, exchange);
      const { query } = exchange;
      const one = query.get('videoId');
      const videos =
        one === null
          ? videosOf(youtube, account.id)
          : [findVideo(youtube, one)].filter((each) => each !== undefined);
      if (videos.length === 0 && one !== null) throw youtubeError(404, 'videoNotFound');
      const comments = videos
        .flatMap((video) => commentsUnder(youtube, video))
        .toSorted((left, right) => right.at - left.at);
      return list(
        'commentThread',
        comments.map((each) => threadView(youtube, each)),
        exchange,
      );
    }),
    route('POST', '/youtube/v3/commentThreads', (exchange) => {
      const account = authenticate(youtube, exchange);
      const { snippet } = exchange.fields;
      const { videoId, topLevelComment: top } = isRecord(snippet) ? snippet : {};
      const video = typeof videoId === 'string' ? findVideo(youtube, videoId) : undefined;
      if (!video) throw youtubeError(404, 'videoNotFound');
      if (privacyOf(youtube, video) === 'private' || video.status['selfDeclaredMadeForKids']) {
        throw youtubeError(403, 'commentsDisabled');
      }
      const said = isRecord(top) && isRecord(top['snippet']) ? top['snippet'] : {};
      const text = typeof said['textOriginal'] === 'string' ? said['textOriginal'] : '';
      const id = `Ug${freshId(youtube, 'comment', 24)}`;
      const comment = insert({ id, video: video.id, parent: null, author: account.id, text });
      return { status: 200, body: threadView(youtube, comment) };
    }),
    route('GET', '/youtube/v3/comments', (exchange) => {
      authenticate(youtube, exchange);
      const answers = answersTo(youtube, exchange.query.get('parentId') ?? '');
      return list('comment', answers.map(commentView), exchange);
    }),
    route('POST', '/youtube/v3/comments', (exchange) => {
      const account = authenticate(youtube, exchange);
      const { snippet } = exchange.fields;
      const { parentId, textOriginal: said } = isRecord(snippet) ? snippet : {};
      const parent = typeof parentId === 'string' ? findComment(youtube, parentId) : undefined;
      if (!parent) throw youtubeError(404, 'parentCommentNotFound');
      const text = typeof said === 'string' ? said : '';
      const id = `${parent.id}.${freshId(youtube, 'comment', 22)}`;
      const { video } = parent;
      const answer = insert({ id, video, parent: parent.id, author: account.id, text });
      return { status: 200, body: commentView(answer) };
    }),
    route('POST', '/youtube/v3/comments/setModerationStatus', (exchange) => {
      authenticate(youtube, exchange);
      const id = exchange.query.get('id') ?? '';
      if (!findComment(youtube, id)) throw youtubeError(404, 'commentNotFound');
      database.run('INSERT OR IGNORE INTO held (comment) VALUES (?)', id);
      return { status: 204 };
    }),
    route('DELETE', '/youtube/v3/comments', (exchange) => {
      authenticate(youtube, exchange);
      const id = exchange.query.get('id') ?? '';
      if (database.run('DELETE FROM comment WHERE id = ?', id) === 0) {
        throw youtubeError(404, 'commentNotFound');
      }
      return { status: 204 };
    }),
  ];
}
