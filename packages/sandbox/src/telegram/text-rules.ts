import { isRecord } from '../http/body-fields.ts';
import { badRequest } from './context.ts';

/** A span of a text. */
type Entity = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
};

/** A text as it is kept: without outer white space, its spans moved along. */
export interface ReadText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** Reads a text with its spans, as far as they are allowed. */
export function readText(
  value: unknown,
  spans: unknown,
  { most, what, needed }: { most: number; what: 'message' | 'message caption'; needed: boolean },
): ReadText {
  const whole = typeof value === 'string' ? value : '';
  const text = whole.trim();
  if (needed && text === '') throw badRequest('message text is empty');
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (text.length > most) throw badRequest(`${what} is too long`);
  const cut = whole.length - whole.trimStart().length;
  return { text, entities: [...readEntities(spans, whole, cut, text.length), ...addresses(text)] };
}

const kinds = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
]);

function readEntities(spans: unknown, whole: string, cut: number, end: number): Entity[] {
  if (spans === undefined) return [];
  if (!Array.isArray(spans)) throw badRequest("can't parse entities: expected an Array");
  return spans.flatMap((span: unknown) => {
    if (!isRecord(span) || typeof span['type'] !== 'string') {
      throw badRequest("can't parse entities: expected an Object");
    }
    const { type, offset, length } = span;
    if (!Number.isInteger(offset) || !Number.isInteger(length)) {
      throw badRequest("can't parse entities: offset and length must be Integers");
    }
    const [start, size] = [Number(offset), Number(length)];
    const broken = [start, start + size].some((at) => at > 0 && splits(whole, at));
    if (start < 0 || start + size > whole.length || broken) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${start} ends in a middle of a UTF-16 symbol or after the end of the text`,
      );
    }
    // Telegram leaves out what it does not know.
    if (!kinds.has(type)) return [];
    const from = Math.max(0, start - cut);
    const to = Math.min(end, start - cut + size);
    return to > from ? [{ ...span, type, offset: from, length: to - from }] : [];
  });
}

function splits(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** Addresses are found whether somebody marks them or not. */
function addresses(text: string): Entity[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]]/gi)].map((match) => ({
    type: 'url',
    offset: match.index,
    length: match[0].length,
  }));
}
