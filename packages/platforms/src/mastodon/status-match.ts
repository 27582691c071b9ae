import { sameWords } from '../same-words.ts';
import { readHtml } from '../html-text.ts';
import type { StatusBody } from './requests.ts';
import type { Status } from './wire.ts';

/** What a post is recognised by; of its files, the number. */
export type StatusWords = Omit<StatusBody, 'media_ids'> & {
  readonly media_ids?: readonly unknown[] | undefined;
};

/** Whether a post on the server is the one that was to be sent. */
export function matchesStatus(status: Status, body: StatusWords): boolean {
  return (
    sameWords(readHtml(status.content ?? ''), body.status) &&
    sameWords(readHtml(status.spoiler_text ?? ''), body.spoiler_text ?? '') &&
    (status.in_reply_to_id ?? undefined) === body.in_reply_to_id &&
    (status.media_attachments ?? []).length === (body.media_ids ?? []).length &&
    samePoll(status, body)
  );
}

function samePoll(status: Status, { poll }: StatusWords): boolean {
  const titles = status.poll?.options.map(({ title }) => readHtml(title)) ?? [];
  const options = poll?.options ?? [];
  return (
    titles.length === options.length &&
    titles.every((title, index) => sameWords(title, options[index] ?? ''))
  );
}
