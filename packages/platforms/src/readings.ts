import {
  type Account,
  accountKey,
  instant,
  type PlatformIo,
  type PublishedPost,
  type Reading,
} from '@affiche/core';

/** What readings of one subject have in common. */
export type About = Pick<Reading, 'subject' | 'asOf' | 'source' | 'publishedAt'>;

/** A count that a platform gave, as a reading; nothing where it gave none, for missing is not zero. */
export function countReading(
  fact: string,
  value: number | null | undefined,
  about: About,
): Reading[] {
  if (value === undefined || value === null) return [];
  return [{ ...about, fact, value, window: 'lifetime', scope: 'organic' }];
}

/** The subject of a post's readings, as of now. */
export function aboutPost(
  account: Account,
  { id, publication, publishedAt }: PublishedPost,
  { clock }: PlatformIo,
): About {
  const { platform } = account;
  return {
    subject: {
      kind: 'post',
      id,
      platform,
      account: accountKey(account),
      ...(publication !== undefined && { publication }),
    },
    asOf: instant(clock.now()),
    source: platform,
    publishedAt,
  };
}

/** The subject of an account's readings, as of now. */
export function aboutAccount(account: Account, { clock }: PlatformIo): About {
  const { platform } = account;
  const key = accountKey(account);
  return {
    subject: { kind: 'account', id: key, platform, account: key },
    asOf: instant(clock.now()),
    source: platform,
  };
}
