import { type Account, type InboxItem, instant, type PlatformIo } from '@affiche/core';
import { urlOf } from './addresses.ts';
import { encodeUrn, type LinkedIn, readUnless } from './api.ts';
import { Notifications } from './wire.ts';

/** Posts of others that name an organization, from the last 60 days, where the application may see them. */
export async function readMentions(
  account: Account,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<InboxItem[]> {
  const call = {
    method: 'get',
    path: `/rest/organizationalEntityNotifications?q=criteria&actions=List(SHARE_MENTION)&organizationalEntity=${encodeUrn(account.id)}`,
    endpoint: '/rest/organizationalEntityNotifications',
    finder: true,
    answer: Notifications,
    timeoutSeconds: 30,
  } as const;
  const found = await readUnless(['permission', 'invalid', 'gone'], account, call, io, linkedIn);
  if (typeof found !== 'object') return [];
  return found.elements.flatMap(({ generatedActivity: id, lastModifiedAt, ...rest }) => {
    const { owner, text } = rest.decoratedGeneratedActivity?.share ?? {};
    if (id === undefined || owner === undefined || owner === account.id) return [];
    return [
      {
        kind: 'mention' as const,
        id,
        url: urlOf(id),
        author: { id: owner, handle: owner },
        text: text ?? '',
        createdAt: instant(lastModifiedAt),
      },
    ];
  });
}
