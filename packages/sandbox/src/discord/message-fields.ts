import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/body-fields.ts';
import { type Discord, invalidForm, refusal } from './context.ts';

/** The fields of a message as they are kept. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the server keeps of a file. */
export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** The fields of a message, from JSON or from the form that goes with files. */
export function readFields({ fields }: Exchange): Fields {
  const payload = fields['payload_json'];
  if (typeof payload !== 'string') return fields;
  try {
    const parsed: unknown = JSON.parse(payload);
    return isRecord(parsed) ? parsed : {};
  } catch {
    throw refusal(400, 50_109, 'The request body contains invalid JSON.');
  }
}

/** The files that go along. */
export function readFiles({ settings }: Discord, { fields }: Exchange): StoredFile[] {
  const parts = fields['files'];
  return (Array.isArray(parts) ? parts : []).map((part: unknown) => {
    const { name, type, bytes } = part as { name: string; type: string; bytes: Uint8Array };
    if (bytes.byteLength > settings.fileBytes) {
      throw refusal(413, 40_005, 'Request entity too large');
    }
    return { name, type, bytes: bytes.byteLength };
  });
}

/** Refuses a message that cannot be, with Discord's codes. */
export function checkFields(
  { settings }: Discord,
  fields: Fields,
  files: readonly StoredFile[],
): void {
  const { content, embeds, poll } = fields;
  const text = typeof content === 'string' ? content.trim() : '';
  long('content', text, 2000);
  const cards = Array.isArray(embeds) ? embeds.filter(isRecord) : [];
  if (cards.length > 10) throw tooLong('embeds', 10);
  for (const card of cards) checkEmbed(card);
  if (cards.reduce((sum, card) => sum + sizeOf(card), 0) > 6000) {
    const message = 'Embed size exceeds maximum size of 6000';
    throw invalidForm('embeds', 'MAX_EMBED_SIZE_EXCEEDED', message);
  }
  if (files.length > 10) throw tooLong('attachments', 10);
  for (const each of Array.isArray(fields['attachments']) ? fields['attachments'] : []) {
    long('attachments', textOf((each as Fields)['description']), 1024);
  }
  if (isRecord(poll)) checkPoll(poll);
  if (text === '' && cards.length === 0 && files.length === 0 && !isRecord(poll)) {
    throw refusal(400, 50_006, 'Cannot send an empty message');
  }
  const username = textOf(fields['username']);
  long('username', username, 80);
  if (/clyde|discord/i.test(username)) {
    throw invalidForm('username', 'USERNAME_INVALID_CONTAINS', 'Username cannot contain "discord"');
  }
  long('thread_name', textOf(fields['thread_name']), 100);
  if (settings.blockedWords.some((word) => text.includes(word))) {
    throw refusal(400, 200_000, 'Message was blocked by automatic moderation');
  }
}

function checkEmbed(embed: Fields): void {
  const { title, description, author, footer, fields } = embed;
  long('embeds', textOf(title), 256);
  long('embeds', textOf(description), 4096);
  if (isRecord(author)) long('embeds', textOf(author['name']), 256);
  if (isRecord(footer)) long('embeds', textOf(footer['text']), 2048);
  const rows = Array.isArray(fields) ? fields.filter(isRecord) : [];
  if (rows.length > 25) throw tooLong('embeds', 25);
  for (const { name, value } of rows) {
    long('embeds', textOf(name), 256);
    long('embeds', textOf(value), 1024);
  }
}

function sizeOf({ title, description, author, footer, fields }: Fields): number {
  const rows = Array.isArray(fields) ? fields.filter(isRecord) : [];
  const texts = [
    title,
    description,
    isRecord(author) ? author['name'] : '',
    isRecord(footer) ? footer['text'] : '',
    ...rows.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce<number>((sum, text) => sum + lengthOf(textOf(text)), 0);
}

function checkPoll({ question, answers, duration }: Fields): void {
  long('poll', textOf(isRecord(question) ? question['text'] : ''), 300);
  const list = Array.isArray(answers) ? answers.filter(isRecord) : [];
  if (list.length < 1 || list.length > 10) throw tooLong('poll', 10);
  for (const { poll_media: media } of list) {
    long('poll', textOf(isRecord(media) ? media['text'] : ''), 55);
  }
  if (!(Number(duration ?? 24) >= 1 && Number(duration ?? 24) <= 768)) {
    throw invalidForm('poll', 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 768.');
  }
}

function long(field: string, text: string, most: number): void {
  if (lengthOf(text) > most) throw tooLong(field, most);
}

function tooLong(field: string, most: number) {
  const message = `Must be ${most} or fewer in length.`;
  return invalidForm(field, 'BASE_TYPE_MAX_LENGTH', message);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function lengthOf(text: string): number {
  return Array.from(text.trim()).length;
}
