import type { AudienceAction } from '../audience/audience.ts';
import { phraseOf, readerOf } from '../audience/readers.ts';
import { readerView } from './account-views.ts';
import { findAccount } from './accounts.ts';
import { type Mastodon, snowflake } from './context.ts';
import { allStatuses, audiencePost, type Status } from './statuses.ts';
import { statusHtml } from './status-text.ts';

/** Everything that simulated readers have answered to a status so far, as the API shows it. */
export function readerRepliesTo(mastodon: Mastodon, status: Status) {
  const { audience, clock } = mastodon;
  return audience
    .actions(audiencePost(status), clock.now())
    .filter(({ kind }) => kind === 'reply')
    .map((action) => readerReply(mastodon, status, action));
}

/** What a simulated reader wrote, as the API shows it. */
export type ReaderStatus = ReturnType<typeof readerReply>;

/** Finds what a simulated reader wrote; nothing is stored of it, so everything answered is looked through. */
export function findReaderStatus(mastodon: Mastodon, id: string): ReaderStatus | undefined {
  const { audience, clock } = mastodon;
  for (const status of allStatuses(mastodon)) {
    const action = audience
      .actions(audiencePost(status), clock.now())
      .find((each) => each.kind === 'reply' && readerStatusId(status, each) === id);
    if (action) return readerReply(mastodon, status, action);
  }
  return undefined;
}

/** The id of what a simulated reader wrote under a status. */
export function readerStatusId({ id }: Status, { at, reader, choice }: AudienceAction): string {
  return snowflake(at, `${id} ${reader} ${choice}`);
}

/** What a simulated reader wrote under a status, as the API shows it. */
export function readerReply(mastodon: Mastodon, status: Status, action: AudienceAction) {
  const url = mastodon.url();
  const author = readerView(mastodon, readerOf(action.reader));
  const owner = findAccount(mastodon, status.account);
  const id = readerStatusId(status, action);
  const mention = `@${owner?.username ?? ''}`;
  const text = `${mention} ${phraseOf(action.choice, status.language ?? undefined)}`;
  return {
    id,
    created_at: new Date(action.at).toISOString(),
    in_reply_to_id: status.id,
    in_reply_to_account_id: status.account,
    sensitive: false,
    spoiler_text: '',
    visibility: status.visibility,
    language: status.language,
    uri: `${author.uri}/statuses/${id}`,
    url: `${author.url}/${id}`,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    quotes_count: 0,
    edited_at: null,
    content: statusHtml(text, { url }),
    reblog: null,
    application: null,
    account: author,
    media_attachments: [],
    mentions: owner
      ? [
          {
            id: owner.id,
            username: owner.username,
            acct: owner.username,
            url: `${url}/@${owner.username}`,
          },
        ]
      : [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
  };
}
