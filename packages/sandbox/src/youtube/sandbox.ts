import { instant } from '@affiche/core';
import { firstTokens } from '../oauth/tokens.ts';
import type {
  NewAccount,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  SandboxPost,
} from '../sandbox.ts';
import { startSandbox } from '../start-sandbox.ts';
import { openAccount } from './accounts.ts';
import { answersTo, commentsUnder } from './comments.ts';
import { secret, type YouTube } from './context.ts';
import { youtubeNetwork } from './network.ts';
import { youtubeAudience, youtubeDefaults, type YouTubeSandboxSettings } from './settings.ts';
import { youtubeTables } from './tables.ts';
import { videosOf } from './videos.ts';

/**
 * Starts a YouTube server on loopback: films in sessions that can be resumed, units that are whole
 * again at midnight Pacific time, playlists that take a film twice, and comments.
 *
 * ```ts
 * import { youtubeSandbox } from '@affiche/sandbox';
 *
 * await using server = await youtubeSandbox({ seed: 'readme' });
 * const { id, credentials } = server.createAccount({ handle: 'Bakery', followers: 900 });
 * const headers = { authorization: `Bearer ${credentials['accessToken']}` };
 * const answer = await fetch(`${server.url}/youtube/v3/channels?part=id&mine=true`, { headers });
 * const { items } = (await answer.json()) as { items: { id: string }[] };
 * items[0]?.id === id; // => true
 * ```
 *
 * @throws ConfigurationError `port-unavailable`; StorageError `sandbox-database`
 */
export function youtubeSandbox(
  options: SandboxOptions<YouTubeSandboxSettings> = {},
): Promise<Sandbox<YouTubeSandboxSettings>> {
  return startSandbox(
    {
      tables: youtubeTables,
      settings: youtubeDefaults,
      audience: youtubeAudience,
      network: youtubeNetwork,
      createAccount,
      posts,
    },
    options,
  );
}

function createAccount(
  youtube: YouTube,
  { handle, password = secret(youtube, `password ${handle}`), followers = 0 }: NewAccount,
): SandboxAccount {
  const { id } = openAccount(youtube, handle, followers);
  return {
    id,
    handle,
    password,
    credentials: {
      ...firstTokens(youtube, id, youtube.settings),
      clientId: 'sandbox',
      clientSecret: secret(youtube, 'application'),
    },
  };
}

/** Films by their titles, each followed by what its channel said under it. */
function posts(youtube: YouTube, accountId: string): SandboxPost[] {
  return videosOf(youtube, accountId).flatMap((video) => {
    const url = `https://www.youtube.com/watch?v=${video.id}`;
    const said = commentsUnder(youtube, video)
      .flatMap((comment) => [comment, ...answersTo(youtube, comment.id)])
      .filter(({ author }) => author === accountId);
    const title = video.snippet['title'];
    const film = {
      id: video.id,
      url,
      text: typeof title === 'string' ? title : '',
      publishedAt: instant(video.uploadedAt),
    };
    return [
      film,
      ...said.map(({ id, text, at, parent }) => ({
        id,
        url: `${url}&lc=${id}`,
        text,
        publishedAt: instant(at),
        inReplyTo: parent ?? video.id,
      })),
    ];
  });
}
