import { isRecord } from '../http/body-fields.ts';
import { type Account, requireSelf } from './accounts.ts';
import { fieldError, type LinkedIn } from './context.ts';
import { findUpload, statusOf } from './uploads.ts';

/** Refuses content that LinkedIn would refuse: more than one kind, or files that are not there. */
export function checkContent(linkedIn: LinkedIn, account: Account, content: unknown): void {
  if (content === undefined) return;
  if (!isRecord(content) || Object.keys(content).length !== 1) {
    throw fieldError('content', 'union must have exactly one member');
  }
  const { media, multiImage, article, poll } = content;
  if (isRecord(media)) checkFile(linkedIn, account, media['id']);
  if (isRecord(article) && article['thumbnail'] !== undefined) {
    checkFile(linkedIn, account, article['thumbnail']);
  }
  if (isRecord(article) && typeof article['title'] !== 'string') {
    throw fieldError('content/article/title', 'field is required');
  }
  if (isRecord(multiImage)) {
    const images = list(multiImage['images']);
    if (images.length < 2 || images.length > 20) {
      throw fieldError('content/multiImage/images', 'must hold 2 to 20 images');
    }
    for (const image of images) checkFile(linkedIn, account, isRecord(image) && image['id']);
  }
  if (isRecord(poll)) checkPoll(poll);
}

function checkFile(linkedIn: LinkedIn, account: Account, urn: unknown): void {
  const upload = typeof urn === 'string' ? findUpload(linkedIn, urn) : undefined;
  if (!upload) throw fieldError('content/media/id', 'does not exist');
  requireSelf(account, upload.owner);
  if (statusOf(linkedIn, upload) !== 'AVAILABLE') {
    throw fieldError('content/media/id', 'is not available');
  }
}

const durations = new Set(['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS']);

function checkPoll({ question, options, settings }: Readonly<Record<string, unknown>>): void {
  if (typeof question !== 'string' || Array.from(question).length > 140) {
    throw fieldError('content/poll/question', 'must have at most 140 characters');
  }
  const texts = list(options).map((each) => (isRecord(each) ? String(each['text']) : ''));
  if (texts.length < 2 || texts.length > 4 || texts.some((each) => Array.from(each).length > 30)) {
    throw fieldError('content/poll/options', 'must be 2 to 4 of at most 30 characters');
  }
  if (!isRecord(settings) || !durations.has(String(settings['duration']))) {
    throw fieldError('content/poll/settings/duration', 'is not known');
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
