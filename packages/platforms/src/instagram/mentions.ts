import { type Account, type InboxItem, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { Moment } from '../meta/wire.ts';
import { platformError } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram, readInstagram } from './api.ts';
import { Media } from './wire.ts';

/** Where somebody named us, as a webhook tells it. */
export interface Mention {
  /** The post, by the network's number. */
  readonly media: string;
  /** The comment; without it the caption of the post names us. */
  readonly comment?: string;
}

const Mentioned = z.object({
  id: z.string(),
  text: z.string().optional(),
  caption: z.string().optional(),
  username: z.string().optional(),
  permalink: z.string().optional(),
  timestamp: Moment.optional(),
});
const Named = z.object({
  mentioned_media: Mentioned.optional(),
  mentioned_comment: Mentioned.optional(),
});

/**
 * Reads what names us: the network tells numbers alone, and shows the words to whom it named.
 *
 * @throws {@link PlatformError} `platform-call-failed`
 */
export async function readMention(
  account: Account,
  { media, comment }: Mention,
  io: PlatformIo,
  instagram: Instagram,
): Promise<InboxItem> {
  const fields =
    comment === undefined
      ? `mentioned_media.media_id(${number(media)}){id,caption,username,permalink,timestamp}`
      : `mentioned_comment.comment_id(${number(comment)}){id,text,timestamp}`;
  const { mentioned_media: post, mentioned_comment: words } = await readInstagram(
    account,
    {
      method: 'get',
      path: `/${encodeURIComponent(account.id)}`,
      endpoint: '/:user',
      search: { fields },
      answer: Named,
      timeoutSeconds: 30,
    },
    io,
    instagram,
  );
  const found = words ?? post;
  const handle = found?.username ?? '';
  return {
    kind: 'mention',
    id: comment ?? media,
    ...(found?.permalink !== undefined && { url: found.permalink }),
    // Of a comment that names us the network does not say whose it is.
    author: { id: handle, handle },
    text: found?.text ?? found?.caption ?? '',
    createdAt: found?.timestamp ?? instant(io.clock.now()),
    root: { id: media },
  };
}

/** Numbers alone stand between the brackets of a field, so that nobody else's fields are asked for. */
function number(id: string): string {
  return id.replaceAll(/\D/g, '');
}

/** Posts of others that tag us, where the application may see them. */
export async function readTags(
  account: Account,
  io: PlatformIo,
  instagram: Instagram,
): Promise<InboxItem[]> {
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(account.id)}/tags`,
    endpoint: '/:user/tags',
    search: { fields: 'id,caption,username,permalink,timestamp', limit: 50 },
    answer: Media,
    timeoutSeconds: 30,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseInstagram(answer, call, io);
    if (['permission', 'invalid', 'gone'].includes(diagnosis.failure.kind)) return [];
    throw platformError(diagnosis);
  }
  return answer.body.data.flatMap(({ id, caption, username, permalink, timestamp }) =>
    username === undefined || timestamp === undefined
      ? []
      : [
          {
            kind: 'mention' as const,
            id,
            ...(permalink !== undefined && { url: permalink }),
            author: { id: username, handle: username },
            text: caption ?? '',
            createdAt: timestamp,
            root: { id },
          },
        ],
  );
}
