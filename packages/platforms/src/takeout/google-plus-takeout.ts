import {
  type Draft,
  type Finding,
  type InboxItem,
  type Instant,
  instant,
  type Reading,
} from '@affiche/core';
import { readHtml } from '../html-text.ts';
import { archivedMedia, type TakeoutFile } from './archived-files.ts';
import { ArchivedPost, type Person } from './wire.ts';

/** A post of the archive, as something that could be said again. */
export interface TakeoutPost {
  readonly draft: Draft;
  /** `private` unless the archive says that everybody could read it. */
  readonly audience: 'public' | 'private';
  readonly publishedAt: Instant;
  /** Where it was; nothing is there any more. */
  readonly url?: string;
  /** What it passed on, where it was somebody else's post. */
  readonly reshared?: { readonly author?: string; readonly text: string };
  readonly comments: readonly InboxItem[];
}

/** What an archive gave. */
export interface TakeoutImport {
  /** Oldest first. */
  readonly posts: readonly TakeoutPost[];
  /** Reactions, comments and shares of each post, as they were when the archive was made. */
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
}

/** What an archive does not say itself. */
export interface TakeoutOptions {
  /** When it was made. */
  readonly asOf: Instant;
  /**
   * Whose it is, in readings.
   *
   * @defaultValue 'archive'
   */
  readonly account?: string;
}

/**
 * Reads the posts of a Google+ archive, made with Google Takeout before the network closed: one JSON
 * file for each. Posts that not everybody could read stay marked as private. A file that cannot be
 * read is a finding.
 *
 * ```ts
 * import { readGooglePlusTakeout } from '@affiche/platforms/takeout';
 *
 * const text = JSON.stringify({
 *   creationTime: '2017-03-04 18:30:00+0100',
 *   content: 'New <b>boots</b> are in',
 *   plusOnes: [{}, {}],
 * });
 * const files = [{ path: 'Posts/20170304 - New boots.json', text }];
 * const { posts, readings } = readGooglePlusTakeout(files, { asOf: '2019-03-01T00:00:00Z' });
 * posts[0]?.draft.items[0]?.text; // => 'New boots are in'
 * posts[0]?.audience; // => 'private'
 * readings.map(({ fact, value }) => `${fact} ${value}`); // => ['reactions 2']
 * ```
 *
 * @see {@link https://github.com/Plexodus/Plexodus-Tools | Plexodus-Tools, the keys of such archives} (2026-11-21)
 */
export function readGooglePlusTakeout(
  files: readonly TakeoutFile[],
  { asOf, account = 'archive' }: TakeoutOptions,
): TakeoutImport {
  const posts: TakeoutPost[] = [];
  const readings: Reading[] = [];
  const findings: Finding[] = [];
  for (const { path, text } of files) {
    if (!path.toLowerCase().endsWith('.json') || text === undefined) continue;
    const read = readPost(text);
    if (typeof read === 'string') {
      findings.push({
        rule: 'takeout/post/unreadable',
        severity: 'error',
        path: [path],
        message: `The post cannot be read: ${read}`,
        fix: 'Unpack the archive again; files of other kinds than posts can be left out.',
      });
      continue;
    }
    const { media, findings: missing } = archivedMedia(read, files, path);
    findings.push(...missing);
    const post = postFrom(read, media);
    posts.push(post);
    readings.push(...readingsOf(read, post, { asOf, account }));
  }
  posts.sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
  return { posts, readings, findings };
}

function readPost(text: string): ArchivedPost | string {
  try {
    const { data, error } = ArchivedPost.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    const [issue] = error?.issues ?? [];
    return data ?? `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  } catch {
    return 'it is no JSON';
  }
}

/** The file's name may be damaged: a post is known by what it says of itself. */
function idOf({ resourceName, url, creationTime }: ArchivedPost): string {
  return resourceName ?? url ?? `post ${creationTime}`;
}

function postFrom(post: ArchivedPost, media: Draft['items'][number]['media']): TakeoutPost {
  const { content, creationTime: publishedAt, link, poll, postAcl, resharedPost, url } = post;
  const id = idOf(post);
  const circles = postAcl?.visibleToStandardAcl?.circles ?? [];
  const isPublic = circles.some(({ type }) => type === 'CIRCLE_TYPE_PUBLIC');
  const choices = poll?.choices.map(({ description }) => `– ${description}`) ?? [];
  const text = [readHtml(content), choices.join('\n')].filter(Boolean).join('\n\n');
  const address = URL.parse(link?.url ?? '');
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  const author = resharedPost?.author?.displayName;
  return {
    draft: {
      id,
      items: [
        {
          text,
          media,
          role: 'post',
          ...(isWeb && { link: { url: address.href, ...(link?.title && { title: link.title }) } }),
        },
      ],
    },
    audience: isPublic ? 'public' : 'private',
    publishedAt,
    ...(url !== undefined && { url }),
    ...(resharedPost && {
      reshared: { ...(author && { author }), text: readHtml(resharedPost.content) },
    }),
    comments: (post.comments ?? []).map((comment, index) => ({
      kind: 'comment',
      id: comment.resourceName ?? `${id} comment ${index}`,
      author: authorOf(comment.author),
      text: readHtml(comment.content),
      createdAt: comment.creationTime,
      inReplyTo: id,
    })),
  };
}

function authorOf({ displayName = 'Somebody', profilePageUrl, resourceName }: Person) {
  const id = resourceName ?? profilePageUrl ?? displayName;
  return { id, handle: displayName, name: displayName };
}

function readingsOf(
  { plusOnes, comments, reshares, poll }: ArchivedPost,
  { draft, publishedAt }: TakeoutPost,
  { asOf, account }: Required<TakeoutOptions>,
): Reading[] {
  const platform = 'google-plus';
  const about = {
    subject: { kind: 'post' as const, id: draft.id, platform, account: `${platform}:${account}` },
    asOf: instant(Date.parse(asOf)),
    source: 'google-plus-takeout',
    publishedAt,
    window: 'lifetime' as const,
    scope: 'organic' as const,
  };
  const counts = {
    reactions: plusOnes?.length,
    comments: comments?.length,
    shares: reshares?.length,
    votes: poll?.totalVotes,
  };
  return Object.entries(counts).flatMap(([fact, value]) =>
    value === undefined ? [] : [{ ...about, fact, value }],
  );
}
