import { type Account, epochMilliseconds, type Instant, type PlatformIo } from '@affiche/core';
import { cannotLook, type Unclear } from '../lookup-verdict.ts';
import { sameWords } from '../same-words.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import type { PublishRequest } from './requests.ts';
import { Media, type Medium } from './wire.ts';

/** How far two honest clocks may be apart, in seconds. */
export const skewSeconds = 120;
const pageSize = 100;

/** The account's posts since a moment that say what was to be said, or why nobody can tell. */
export async function findMatches(
  account: Account,
  request: PublishRequest,
  armedAt: Instant,
  io: PlatformIo,
  instagram: Instagram,
): Promise<Medium[] | Unclear> {
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  // Stories stand in a list of their own, and have no words to compare.
  const list = request.format === 'story' ? 'stories' : 'media';
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(account.id)}/${list}`,
    endpoint: `/:user/${list}`,
    search: {
      fields: 'id,caption,media_type,media_product_type,permalink,timestamp',
      limit: pageSize,
      ...(list === 'media' && { since: Math.floor(since / 1000) }),
    },
    answer: Media,
    timeoutSeconds: 15,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome !== 'answered') return cannotLook(diagnoseInstagram(answer, call, io));
  const young = answer.body.data.filter(
    ({ timestamp }) => timestamp === undefined || epochMilliseconds(timestamp) >= since,
  );
  if (young.length >= pageSize && answer.body.paging?.next !== undefined) {
    const why = 'the account posted too much since then to look through';
    return { status: 'inconclusive', why };
  }
  return young.filter((medium) => isSamePost(medium, request));
}

const types: Readonly<Record<PublishRequest['format'], string>> = {
  image: 'IMAGE',
  reel: 'VIDEO',
  carousel: 'CAROUSEL_ALBUM',
  story: '',
};

/** Where the network does not say what kind of post it is, nothing speaks against it. */
function isSamePost(
  { caption, media_type: type }: Medium,
  { format, caption: said }: PublishRequest,
): boolean {
  if (format === 'story') return true;
  return (type === undefined || type === types[format]) && sameWords(caption ?? '', said);
}
