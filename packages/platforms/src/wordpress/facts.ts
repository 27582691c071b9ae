import { type Account, ConfigurationError, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readWordPress, type WordPressCall } from './api.ts';
import type { WordPressSettings } from './settings.ts';
import { Me, Site } from './wire.ts';

/** What a blog is, and what the user may do there. */
export const WordPressFacts = z.object({
  name: z.string().optional(),
  url: z.string().optional(),
  /** The number of the user who posts. */
  user: z.int().optional(),
  canPublish: z.boolean().default(true),
  canUpload: z.boolean().default(true),
});
/** What a blog is, and what the user may do there. */
export type WordPressFacts = z.infer<typeof WordPressFacts>;

const askMe: WordPressCall<z.infer<typeof Me>> = {
  method: 'get',
  path: '/users/me',
  search: { context: 'edit' },
  answer: Me,
  timeoutSeconds: 15,
};

/** Asks the blog what it is and what the user may do there. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<WordPressFacts> {
  const site = await readWordPress(
    account,
    {
      method: 'get',
      path: '',
      search: { _fields: 'name,url' },
      answer: Site,
      timeoutSeconds: 15,
    },
    io,
    settings,
  );
  const { id, capabilities } = await readWordPress(account, askMe, io, settings);
  return WordPressFacts.parse({
    ...site,
    user: id,
    ...(capabilities && {
      canPublish: capabilities['publish_posts'] === true,
      canUpload: capabilities['upload_files'] === true,
    }),
  });
}

/**
 * Makes sure that the password is good, and that it is the account's own.
 *
 * @throws ConfigurationError `wrong-account` when it is another user's.
 */
export async function verify(
  account: Account,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<void> {
  const { id, slug, username } = await readWordPress(account, askMe, io, settings);
  if ([String(id), slug, username].includes(account.id)) return;
  throw new ConfigurationError('wrong-account', {
    message: `The password of the WordPress user ${account.id} opens ${username ?? slug ?? id}`,
    hint: 'Store the password of the user itself, or correct account.id.',
    details: { expected: account.id, actual: id },
  });
}
