import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { type Discord, placePath, readDiscord } from './api.ts';
import { Place } from './wire.ts';

/** Where the account posts. */
export const DiscordFacts = z.object({
  channel: z.string().optional(),
  /** The server that the channel is in, which stands in the address of a message. */
  guild: z.string().optional(),
  name: z.string().optional(),
});
/** Where the account posts. */
export type DiscordFacts = z.infer<typeof DiscordFacts>;

/** Asks a webhook or a channel what it is; it answers only to the right token. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  discord: Discord,
): Promise<DiscordFacts> {
  const place = await readDiscord(
    account,
    {
      method: 'get',
      path: placePath(account, io, discord),
      endpoint: 'place',
      answer: Place,
      timeoutSeconds: 15,
    },
    io,
    discord,
  );
  const { channel_id: channel = discord.as === 'bot' ? place.id : undefined } = place;
  return DiscordFacts.parse({
    ...(channel && { channel }),
    ...(place.guild_id && { guild: place.guild_id }),
    ...(place.name && { name: place.name }),
  });
}
