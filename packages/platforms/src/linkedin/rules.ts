import type { Account, DraftItem, Limit, Source } from '@affiche/core';
import { limit } from '../limit-data.ts';
import { withLink } from '../post-text.ts';
import { plainWords } from './little-text.ts';
import type { LinkedInSettings } from './settings.ts';

const verifiedAt = '2026-11-21';
const documentation = 'https://learn.microsoft.com/en-us/linkedin/marketing';

function page(path: string): Source {
  return { url: `${documentation}/community-management/shares/${path}`, verifiedAt };
}

const posts = page('posts-api');
const images = page('images-api');
const multiImage = page('multiimage-post-api');
const videos = page('videos-api');
const documents = page('documents-api');
const polls = page('poll-post-api');
const comments = page('comments-api');

const changeable = {
  imagePixels: limit(36_152_320, 'pixels', images, { confidence: 'third-party' }),
  imageBytes: limit(8_000_000, 'bytes', images, {
    confidence: 'unverified',
    note: 'The documentation counts pixels and says nothing of bytes.',
  }),
  altCharacters: limit(4086, 'characters', multiImage, { confidence: 'unverified' }),
  videoBytes: limit(500_000_000, 'bytes', videos, {
    note: 'The documentation of uploads in one piece; the website takes 5 GB.',
  }),
} satisfies Record<string, Limit>;

const fixed = {
  textCharacters: limit(3000, 'characters', posts, {
    note: 'Which characters is not said: code points are counted, and the last fifty are warned of.',
  }),
  commentCharacters: limit(1250, 'characters', comments),
  images: limit(20, 'images', multiImage),
  films: limit(1, 'videos', videos),
  documents: limit(1, 'documents', documents),
  videoMinBytes: limit(75_000, 'bytes', videos),
  videoMinSeconds: limit(3, 'seconds', videos),
  videoMaxSeconds: limit(1800, 'seconds', videos),
  documentBytes: limit(100_000_000, 'bytes', documents),
  pollQuestionCharacters: limit(140, 'characters', polls),
  pollOptions: limit(4, 'options', polls),
  pollOptionCharacters: limit(30, 'characters', polls),
  pollMinSeconds: limit(86_400, 'seconds', polls),
  pollMaxSeconds: limit(14 * 86_400, 'seconds', polls),
} satisfies Record<string, Limit>;

/** Every limit of LinkedIn. */
export type LinkedInLimits = Readonly<Record<keyof typeof fixed | keyof typeof changeable, Limit>>;

/** The limits of LinkedIn, with what an application knows better in place of what is not certain. */
export function limitsOf({ limits = {} }: LinkedInSettings): LinkedInLimits {
  const own = Object.entries(changeable).map(([name, each]) => [
    name,
    { ...each, value: limits[name as keyof typeof changeable] ?? each.value },
  ]);
  return { ...fixed, ...(Object.fromEntries(own) as Record<keyof typeof changeable, Limit>) };
}

/** Whether the account is an organization's page; members can see much less of what they did. */
export function isOrganization({ id }: Pick<Account, 'id'>): boolean {
  return id.startsWith('urn:li:organization:');
}

/** The text that goes out. A link is a card of its own, unless something else takes its place. */
export function outgoingText(item: DraftItem): string {
  return item.media.length > 0 || item.poll || item.role === 'first-comment'
    ? withLink(item)
    : item.text;
}

/** Code points of a text as readers see it: neither marks of mentions nor escapes count. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of plainWords(text)) count += 1;
  return count;
}

/** How long polls may be open, shortest first. */
export const pollDurations = [
  { name: 'ONE_DAY', seconds: 86_400 },
  { name: 'THREE_DAYS', seconds: 3 * 86_400 },
  { name: 'SEVEN_DAYS', seconds: 7 * 86_400 },
  { name: 'FOURTEEN_DAYS', seconds: 14 * 86_400 },
] as const;

/** The shortest poll that is open at least this long. */
export function pollDuration(seconds: number): (typeof pollDurations)[number] {
  return pollDurations.find((each) => each.seconds >= seconds) ?? pollDurations[3];
}
