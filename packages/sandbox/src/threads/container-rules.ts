import type { Account } from '../meta/profiles.ts';
import { type ContainerFields, requireContainer } from './containers.ts';
import { invalidParameter, objectMissing } from '../meta/graph-answers.ts';
import type { Threads } from './context.ts';
import { findPost } from './posts.ts';
import { findReaderReply } from './reader-replies.ts';
import { checkText } from './text-rules.ts';

/** Refuses a container that breaks a rule, before anything is kept. */
export function checkContainer(threads: Threads, account: Account, fields: ContainerFields): void {
  const {
    media_type: type = '',
    text = '',
    topic_tag: topic = '',
    reply_to_id: parent,
    link_attachment: card = '',
  } = fields;
  if (!['TEXT', 'IMAGE', 'VIDEO', 'CAROUSEL'].includes(type)) {
    throw invalidParameter('media_type must be TEXT, IMAGE, VIDEO or CAROUSEL');
  }
  checkText(text, card);
  if (type === 'TEXT' && text === '' && !fields['gif_attachment']) {
    throw invalidParameter('text is required');
  }
  if (type === 'IMAGE') requireAddress(fields, 'image_url');
  if (type === 'VIDEO') requireAddress(fields, 'video_url');
  if (type === 'CAROUSEL') checkChildren(threads, account, fields);
  checkTextOnly(fields);
  checkRanges(fields);
  if (topic.length > 50 || /[.&]/.test(topic)) throw invalidParameter('topic_tag');
  if ((fields['alt_text'] ?? '').length > 1000) throw invalidParameter('alt_text');
  if (parent !== undefined && !findPost(threads, parent) && !findReaderReply(threads, parent)) {
    throw objectMissing(parent);
  }
}

function requireAddress(fields: ContainerFields, name: string): void {
  if (!/^https?:\/\//.test(fields[name] ?? '')) throw invalidParameter(`${name} is not an address`);
}

function checkChildren(threads: Threads, account: Account, { children = '' }: ContainerFields) {
  const ids = children.split(',').filter((id) => id !== '');
  if (ids.length < 2 || ids.length > 20) throw invalidParameter('children must be 2 to 20');
  for (const id of ids) {
    const { fields } = requireContainer(threads, id, account.id);
    if (fields['is_carousel_item'] !== 'true') throw invalidParameter(`${id} is no carousel item`);
  }
}

function checkTextOnly(fields: ContainerFields): void {
  const { media_type: type, poll_attachment: poll } = fields;
  for (const name of ['link_attachment', 'poll_attachment', 'text_attachment', 'gif_attachment']) {
    if (fields[name] !== undefined && type !== 'TEXT') {
      throw invalidParameter(`${name} is for text posts only`);
    }
  }
  if (poll === undefined) return;
  const options = Object.values(readObject(poll));
  const short = options.every((each) => typeof each === 'string' && Array.from(each).length <= 25);
  if (options.length < 2 || options.length > 4 || !short) throw invalidParameter('poll_attachment');
}

const styles = new Set(['bold', 'italic', 'highlight', 'underline', 'strikethrough']);

/** What is veiled, or written in another way, is a part of its text. */
function checkRanges({
  text = '',
  text_entities: entities = '[]',
  text_attachment,
}: ContainerFields) {
  const long = readObject(text_attachment ?? '{}');
  const plain = typeof long['plaintext'] === 'string' ? long['plaintext'] : '';
  if (text_attachment !== undefined && (plain === '' || Array.from(plain).length > 10_000)) {
    throw invalidParameter('text_attachment.plaintext');
  }
  for (const [whole, range] of [
    ...Object.values(readObject(entities)).map((each) => [text, Object(each)] as const),
    ...Object.values(Object(long['text_with_styling_info'] ?? [])).map(
      (each) => [plain, Object(each)] as const,
    ),
  ]) {
    const { offset, length, entity_type: type, styling_info: styling } = range as Range;
    if (!(offset >= 0 && length > 0 && offset + length <= Array.from(whole).length)) {
      throw invalidParameter('a range is outside of its text');
    }
    if (type !== 'SPOILER' && !styling?.every((each) => styles.has(each))) {
      throw invalidParameter('styling_info');
    }
  }
}

interface Range {
  readonly offset: number;
  readonly length: number;
  readonly entity_type?: string;
  readonly styling_info?: readonly string[];
}

function readObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
