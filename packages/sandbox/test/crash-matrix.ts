import {
  type Account,
  type Credentials,
  Draft,
  type MediaSource,
  type Platform,
  type PlatformIo,
} from '@affiche/core';
import type { Fault, FaultEffect, Sandbox } from '@affiche/sandbox';
import { adapterIo } from './adapter-io.ts';
import { publishPersistently } from './persistent-publisher.ts';
import { pixel } from './personal-data-server/blobs.ts';

/** Whatever can strike where a server commits. */
export const atCommit: readonly FaultEffect[] = [
  'cut-before-commit',
  'cut-after-commit',
  'cut-mid-answer',
  'error-before-commit',
  'error-after-commit',
  'reject-after-commit',
  'hang-after-commit',
  'rate-limit',
  'expire-token',
];

/** A picture that is there. */
export const picture = {
  source: { path: 'pixel.png' },
  kind: 'image',
  mimeType: 'image/png',
  bytes: pixel.byteLength,
  alt: 'A pixel.',
};

const filmBytes = Buffer.from('\0\0\0\x1cftypisom\0\0\0\0');

/** A film that looks like one. */
export const film = {
  source: { path: 'film.mp4' },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: filmBytes.byteLength,
  durationSeconds: 5,
  alt: 'A film.',
};

/** A picture with words, and an answer under it. */
export const pictureThread = Draft.parse({
  id: 'thread',
  items: [
    { text: 'One, with a picture.', media: [picture] },
    { text: 'Two, an answer to one.', role: 'reply' },
  ],
});

/** A network to publish on, and how its account is opened. */
export interface Stage<Options, Facts> {
  readonly platform: Platform<Options, Facts>;
  readonly start: () => Promise<Sandbox<unknown>>;
  readonly handle: string;
  readonly draft: Draft;
  /** Where an account's credentials must be exchanged first. */
  readonly signIn?: (account: Account, io: PlatformIo) => Promise<Credentials>;
}

/** Publishes a draft persistently on a network of its own where something goes wrong, and says what is there. */
export async function publishUnder<Options, Facts>(
  fault: Fault,
  { platform, start, handle, draft, signIn }: Stage<Options, Facts>,
) {
  await using server = await start();
  const { id, credentials } = server.createAccount({ handle });
  const account = { platform: platform.id, id, host: server.host };
  const session = (await signIn?.(account, adapterIo(credentials))) ?? credentials;
  server.faults.add(fault);
  const outputs = await publishPersistently(platform, draft, {
    account,
    io: { ...adapterIo(session), openMedia },
    timeoutSeconds: patience(fault),
  });
  const posts = server.posts(id);
  const shown = new Set(posts.map((post) => post.id));
  const told = Object.values(outputs).flatMap((output) => output.id ?? []);
  return {
    struck: server.faults.struck.length,
    texts: posts.map(({ text }) => text),
    /** Whether the second stands under the first. */
    chained: posts[1]?.inReplyTo === posts[0]?.id,
    /** Whether the publisher knows every post, and in their order. */
    known:
      posts.length > 0 &&
      told.filter((each) => shown.has(each)).join(' ') === posts.map((post) => post.id).join(' '),
  };
}

/** How it must end: every post once, each where it belongs, and the publisher knows them all. */
export function once({ items }: Draft) {
  return { struck: 1, texts: items.map(({ text }) => text), chained: true, known: true };
}

/** Only an answer that never comes is not worth waiting for. */
export function patience({ effect }: Fault): number {
  return effect === 'hang-after-commit' ? 0.5 : 10;
}

async function openMedia(source: MediaSource) {
  return 'path' in source && source.path === 'film.mp4' ? filmBytes : pixel;
}
