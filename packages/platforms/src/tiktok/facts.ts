import { type Account, ConfigurationError, Instant, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readTikTok } from './api.ts';
import { CreatorInfo, User } from './wire.ts';

/**
 * What the creator may choose from. TikTok wants it read anew before each post, and shown to the
 * person who posts.
 */
export const TikTokFacts = z.object({
  username: z.string().optional(),
  nickname: z.string().optional(),
  /** Who may see posts of this creator; absent where nobody asked. */
  privacyLevels: z.array(z.string()).optional(),
  /** What the creator turned off for all posts. */
  commentsOff: z.boolean().optional(),
  duetsOff: z.boolean().optional(),
  stitchesOff: z.boolean().optional(),
  /** The longest film of this creator, in seconds. */
  maxSeconds: z.number().positive().optional(),
  readAt: Instant.optional(),
});
/** What the creator may choose from. */
export type TikTokFacts = z.infer<typeof TikTokFacts>;

/** Asks what the creator may choose from. */
export async function readFacts(account: Account, io: PlatformIo): Promise<TikTokFacts> {
  const { data } = await readTikTok(
    account,
    {
      method: 'post',
      path: '/v2/post/publish/creator_info/query/',
      bucket: 'info',
      json: {},
      answer: CreatorInfo,
      timeoutSeconds: 15,
    },
    io,
  );
  const found = {
    username: data.creator_username,
    nickname: data.creator_nickname,
    privacyLevels: data.privacy_level_options,
    commentsOff: data.comment_disabled,
    duetsOff: data.duet_disabled,
    stitchesOff: data.stitch_disabled,
    maxSeconds: data.max_video_post_duration_sec,
    readAt: instant(io.clock.now()),
  };
  return TikTokFacts.parse(
    Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
  );
}

/** Asks who the creator is, and how many follow. */
export async function readUser(account: Account, io: PlatformIo, fields: string) {
  const { data } = await readTikTok(
    account,
    {
      method: 'get',
      path: '/v2/user/info/',
      bucket: 'requests',
      search: { fields },
      answer: User,
      timeoutSeconds: 15,
    },
    io,
  );
  return data.user;
}

/** Makes sure that the token opens the account and no other. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { open_id: id } = await readUser(account, io, 'open_id,display_name');
  if (id === undefined || id === account.id) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the TikTok account ${account.id} opens ${id}`,
    hint: 'Store the token of the account itself, or correct account.id.',
    details: { expected: account.id, actual: id },
  });
}
