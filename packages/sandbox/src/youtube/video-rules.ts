import { isRecord } from '../http/body-fields.ts';
import { youtubeError } from './context.ts';

/** Refuses a film whose words or choices break a rule, before anything is kept. */
export function checkVideo(body: Readonly<Record<string, unknown>>, now: number): void {
  const { snippet, status } = body;
  if (!isRecord(snippet)) throw youtubeError(400, 'invalidVideoMetadata');
  const { title, description = '', tags = [] } = snippet;
  if (typeof title !== 'string' || title === '' || title.length > 100 || /[<>]/.test(title)) {
    throw youtubeError(400, 'invalidTitle');
  }
  const words = typeof description === 'string' ? description : '<';
  if (Buffer.byteLength(words) > 5000 || /[<>]/.test(words)) {
    throw youtubeError(400, 'invalidDescription');
  }
  if (!Array.isArray(tags) || written(tags).length > 500) throw youtubeError(400, 'invalidTags');
  const { publishAt, privacyStatus } = isRecord(status) ? status : {};
  if (publishAt === undefined) return;
  const at = typeof publishAt === 'string' ? Date.parse(publishAt) : Number.NaN;
  if (privacyStatus !== 'private' || !(at > now)) {
    throw youtubeError(400, 'invalidPublishAt');
  }
}

/** Tags as YouTube keeps them: quoted where they hold a space or a comma. */
function written(tags: readonly unknown[]): string {
  return tags
    .map((tag) => (/[\s,]/.test(String(tag)) ? `"${String(tag)}"` : String(tag)))
    .join(',');
}
