import {
  type Account,
  AfficheError,
  epochMilliseconds,
  type Failure,
  type PlatformIo,
  type Reconciled,
} from '@affiche/core';
import { sameWords } from '../same-words.ts';
import { readYouTube } from './api.ts';
import { readChannel } from './facts.ts';
import type { SendRequest } from './requests.ts';
import { videoUrl } from './rules.ts';
import { PlaylistItems } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;

/** Looks for a film among the channel's newest, by its words and its age. */
export async function findUpload(
  account: Account,
  { title, description, begunAt }: SendRequest,
  io: PlatformIo,
): Promise<Reconciled> {
  const since = epochMilliseconds(begunAt) - skewSeconds * 1000;
  try {
    const channel = await readChannel(account, io);
    const uploads = channel?.contentDetails?.relatedPlaylists?.uploads;
    if (uploads === undefined) {
      return { status: 'inconclusive', why: 'the channel does not show its uploads' };
    }
    const { items } = await readYouTube(
      account,
      {
        path: '/playlistItems',
        search: { part: 'snippet,contentDetails', playlistId: uploads, maxResults: 50 },
        answer: PlaylistItems,
      },
      io,
    );
    const matches = items.flatMap(({ snippet, contentDetails }) => {
      const { videoId, videoPublishedAt: at } = contentDetails ?? {};
      const young = at === undefined || epochMilliseconds(at) >= since;
      const same =
        sameWords(snippet?.title ?? '', title) &&
        sameWords(snippet?.description ?? '', description);
      return videoId !== undefined && young && same ? [videoId] : [];
    });
    return verdict(matches);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure || failure.kind === 'auth-expired') throw error;
    return { status: 'inconclusive', why: failure.message };
  }
}

function verdict(matches: readonly string[]): Reconciled {
  const [id] = matches;
  if (id !== undefined && matches.length === 1) {
    const evidence = { statement: `the film ${id} of the channel says the same` };
    return { status: 'applied', output: { id, url: videoUrl(id) }, evidence };
  }
  if (id === undefined) {
    const statement = 'the session is gone, and no new film of the channel says the same';
    return { status: 'absent', evidence: { statement } };
  }
  return { status: 'inconclusive', why: `${matches.length} films say the same` };
}

function failureOf(error: unknown): Failure | undefined {
  return AfficheError.isInstance(error) ? (error.details['failure'] as Failure) : undefined;
}
