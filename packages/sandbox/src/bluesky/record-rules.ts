import { blob, type Check, integer, list, object, text, union } from './record-checks.ts';
import { isTid } from './syntax.ts';

// The lexicons of 2026-08-20, as far as clients that publish use them.
// https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky
const datetime = text({ format: 'datetime' });
const strongRef = object({ uri: text({ format: 'at-uri' }), cid: text({ format: 'cid' }) });
const aspectRatio = object({ width: integer({ minimum: 1 }), height: integer({ minimum: 1 }) });
const offset = integer({ minimum: 0 });
const tag = text({ maxBytes: 640, maxGraphemes: 64 });
const image = blob({ accept: 'image/*', maxSize: 2_000_000 });
const smallImage = blob({ accept: 'image/*', maxSize: 1_000_000 });

const facet = object({
  index: object({ byteStart: offset, byteEnd: offset }),
  features: list(
    union({
      'app.bsky.richtext.facet#link': object({ uri: text({ format: 'uri' }) }),
      'app.bsky.richtext.facet#mention': object({ did: text({ format: 'did' }) }),
      'app.bsky.richtext.facet#tag': object({ tag }),
    }),
  ),
});

const selfLabels = union({
  'com.atproto.label.defs#selfLabels': object({
    values: list(object({ val: text({ maxBytes: 128 }) }), { maxLength: 10 }),
  }),
});

const media: Readonly<Record<string, Check>> = {
  'app.bsky.embed.external': object({
    external: object(
      { uri: text({ format: 'uri' }), title: text(), description: text() },
      { thumb: smallImage, associatedRefs: list(strongRef) },
    ),
  }),
  'app.bsky.embed.gallery': object({
    items: list(
      union({ 'app.bsky.embed.gallery#image': object({ image, alt: text(), aspectRatio }) }),
      { maxLength: 20 },
    ),
  }),
  'app.bsky.embed.images': object({
    images: list(object({ image, alt: text() }, { aspectRatio }), { maxLength: 4 }),
  }),
  'app.bsky.embed.video': object(
    { video: blob({ accept: 'video/mp4', maxSize: 300_000_000 }) },
    {
      alt: text(),
      aspectRatio,
      captions: list(
        object({
          lang: text({ format: 'language' }),
          file: blob({ accept: 'text/vtt', maxSize: 20_000 }),
        }),
        { maxLength: 20 },
      ),
    },
  ),
};
const quote = object({ record: strongRef });

const post = object(
  { text: text({ maxBytes: 3000, maxGraphemes: 300 }), createdAt: datetime },
  {
    facets: list(facet),
    reply: object({ root: strongRef, parent: strongRef }),
    embed: union({
      ...media,
      'app.bsky.embed.record': quote,
      'app.bsky.embed.recordWithMedia': object({ record: quote, media: union(media) }),
    }),
    langs: list(text({ format: 'language' }), { maxLength: 3 }),
    labels: selfLabels,
    tags: list(tag, { maxLength: 8 }),
  },
);

const gateRule = object({}, { list: text({ format: 'at-uri' }) });
const threadgate = object(
  { post: text({ format: 'at-uri' }), createdAt: datetime },
  {
    allow: list(
      union({
        'app.bsky.feed.threadgate#mentionRule': gateRule,
        'app.bsky.feed.threadgate#followerRule': gateRule,
        'app.bsky.feed.threadgate#followingRule': gateRule,
        'app.bsky.feed.threadgate#listRule': gateRule,
      }),
      { maxLength: 5 },
    ),
    hiddenReplies: list(text({ format: 'at-uri' }), { maxLength: 300 }),
  },
);
const postgate = object(
  { post: text({ format: 'at-uri' }), createdAt: datetime },
  {
    detachedEmbeddingUris: list(text({ format: 'at-uri' }), { maxLength: 50 }),
    embeddingRules: list(union({}), { maxLength: 5 }),
  },
);

const reaction = object({ subject: strongRef, createdAt: datetime }, { via: strongRef });
const relation = object({ subject: text({ format: 'did' }), createdAt: datetime });

const profile = object(
  {},
  {
    displayName: text({ maxBytes: 640, maxGraphemes: 64 }),
    description: text({ maxBytes: 2560, maxGraphemes: 256 }),
    website: text({ format: 'uri' }),
    avatar: smallImage,
    banner: smallImage,
    labels: selfLabels,
    pinnedPost: strongRef,
    createdAt: datetime,
  },
);

/** What is known of a record type: what its content and its key must look like. */
export interface RecordRule {
  readonly content: Check;
  /** The problem with a record key in the words of a PDS, or nothing. */
  readonly key: (rkey: string) => string | undefined;
}

const tidKey = (rkey: string) =>
  isTid(rkey) ? undefined : `Invalid TID string (got ${JSON.stringify(rkey)}) at $`;
const selfKey = (rkey: string) =>
  rkey === 'self' ? undefined : `Expected "self" (got ${JSON.stringify(rkey)}) at $`;

/** The record types that this server knows; it stores others without looking, as a PDS does. */
export const recordRules: Readonly<Record<string, RecordRule>> = {
  'app.bsky.actor.profile': { content: profile, key: selfKey },
  'app.bsky.feed.like': { content: reaction, key: tidKey },
  'app.bsky.feed.post': { content: post, key: tidKey },
  'app.bsky.feed.postgate': { content: postgate, key: tidKey },
  'app.bsky.feed.repost': { content: reaction, key: tidKey },
  'app.bsky.feed.threadgate': { content: threadgate, key: tidKey },
  'app.bsky.graph.block': { content: relation, key: tidKey },
  'app.bsky.graph.follow': { content: relation, key: tidKey },
};
