import { type Account, ConfigurationError, Instant, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readYouTube } from './api.ts';
import { Channels, Playlists } from './wire.ts';

/** What differs between channels: where films can go. */
export const YouTubeFacts = z.object({
  title: z.string().optional(),
  /** Absent where nobody asked. */
  playlists: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
  readAt: Instant.optional(),
});
/** What differs between channels: where films can go. */
export type YouTubeFacts = z.infer<typeof YouTubeFacts>;

/** Asks for the channel's name and its playlists: two units. */
export async function readFacts(account: Account, io: PlatformIo): Promise<YouTubeFacts> {
  const channel = await readChannel(account, io);
  const { items } = await readYouTube(
    account,
    {
      path: '/playlists',
      search: { part: 'snippet', mine: true, maxResults: 50 },
      answer: Playlists,
    },
    io,
  );
  const title = channel?.snippet?.title;
  return {
    ...(title !== undefined && { title }),
    playlists: items.map(({ id, snippet }) => ({ id, title: snippet?.title ?? '' })),
    readAt: instant(io.clock.now()),
  };
}

/** Asks for the channel of the token. */
export async function readChannel(account: Account, io: PlatformIo) {
  const search = { part: 'snippet,contentDetails,statistics', mine: true };
  const { items } = await readYouTube(account, { path: '/channels', search, answer: Channels }, io);
  return items[0];
}

/** Makes sure that the token opens the channel and no other. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const id = (await readChannel(account, io))?.id ?? 'no channel';
  if (id === account.id) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the YouTube channel ${account.id} opens ${id}`,
    hint: 'Store the token of the channel itself, or correct account.id.',
    details: { expected: account.id, actual: id },
  });
}
