import { type Account, ConfigurationError, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { snapchat } from './api.ts';
import { Profile } from './wire.ts';

/** Nothing that a draft is checked by differs between profiles. */
export const SnapchatFacts = z.object({});
/** Nothing that a draft is checked by differs between profiles. */
export type SnapchatFacts = z.infer<typeof SnapchatFacts>;

/** Makes sure that the token opens the profile. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const path = '/v1/public_profiles/my_profile';
  const { public_profiles: found } = await snapchat.read(account, { path, answer: Profile }, io);
  const ids = found.map(({ public_profile: profile }) => profile.id);
  if (ids.includes(account.id)) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the Snapchat profile ${account.id} opens ${ids.join(', ')}`,
    hint: 'Store the token of the profile itself, or correct account.id.',
    details: { expected: account.id, actual: ids },
  });
}
