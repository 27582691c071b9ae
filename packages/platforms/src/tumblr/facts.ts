import { type Account, ConfigurationError, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { tumblr } from './api.ts';
import { UserInfo } from './wire.ts';

/** Nothing that a draft is checked by differs between blogs. */
export const TumblrFacts = z.object({});
/** Nothing that a draft is checked by differs between blogs. */
export type TumblrFacts = z.infer<typeof TumblrFacts>;

/** Makes sure that the token opens the blog. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { response } = await tumblr.read(account, { path: '/v2/user/info', answer: UserInfo }, io);
  const names = response.user.blogs.map(({ name }) => name);
  if (names.includes(account.id)) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the blog ${account.id} opens ${names.join(', ') || 'no blog'}`,
    hint: 'Store the token of a member of the blog, or set account.id to the blog’s name.',
    details: { expected: account.id, actual: names },
  });
}
