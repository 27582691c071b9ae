import { readHtml } from './html-text.ts';
import type { StatusBody } from './requests.ts';
import type { Status } from './wire.ts';

/** Whether a post on the server is the one that was to be sent. */
export function matchesStatus(status: Status, body: StatusBody): boolean {
  return (
    sameWords(readHtml(status.content ?? ''), body.status) &&
    sameWords(readHtml(status.spoiler_text ?? ''), body.spoiler_text ?? '') &&
    (status.in_reply_to_id ?? undefined) === body.in_reply_to_id &&
    (status.media_attachments ?? []).length === (body.media_ids ?? []).length &&
    samePoll(status, body)
  );
}

/**
 * Whether two texts say the same. Servers render Markdown, turn quotes, drop the domain of people
 * and shorten links, so what counts is letters and digits; and everything, where there are none.
 */
export function sameWords(one: string, other: string): boolean {
  const words = [one, other].map((text) => text.normalize('NFKC').replace(domain, '$1'));
  const [first, second] = words.map((text) =>
    text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase(),
  );
  if (first !== second) return false;
  if (first !== '') return true;
  const [left, right] = words.map((text) => text.replaceAll(/\s+/g, ''));
  return left === right;
}

const domain = /(@[a-z0-9_.-]+)@[\p{L}\p{N}_.-]+/giu;

function samePoll(status: Status, { poll }: StatusBody): boolean {
  const titles = status.poll?.options.map(({ title }) => readHtml(title)) ?? [];
  const options = poll?.options ?? [];
  return (
    titles.length === options.length &&
    titles.every((title, index) => sameWords(title, options[index] ?? ''))
  );
}
