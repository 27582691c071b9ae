import { isRecord } from '../http/body-fields.ts';
import type { KeptPost } from '../kept-posts.ts';
import { type Business, invalid } from './context.ts';

const topics = new Set(['STANDARD', 'EVENT', 'OFFER', 'ALERT']);
const actions = new Set(['BOOK', 'ORDER', 'SHOP', 'LEARN_MORE', 'SIGN_UP', 'CALL']);
const phone = /(?:\+|\b0)\d[\d\s()./-]{6,}\d/;

/** Refuses a post that breaks a rule of form; what it says is looked at later. */
export function checkPost(fields: Readonly<Record<string, unknown>>): void {
  const { summary, topicType = 'STANDARD', event, offer, callToAction, media = [] } = fields;
  if (typeof summary !== 'string' || Array.from(summary).length > 1500) {
    throw invalid('summary', 'The summary must be a text of at most 1500 characters.');
  }
  if (typeof topicType !== 'string' || !topics.has(topicType))
    throw invalid('topicType', 'Unknown.');
  if (topicType === 'EVENT' && !isRecord(event)) throw invalid('event', 'An event needs one.');
  if (topicType === 'OFFER' && !isRecord(offer)) throw invalid('offer', 'An offer needs one.');
  if (callToAction !== undefined) checkAction(callToAction);
  const one = Array.isArray(media) && media.length <= 1;
  const fetched =
    one && media.every((each) => isRecord(each) && /^https?:/.test(String(each['sourceUrl'])));
  if (!fetched) throw invalid('media', 'One photo with a sourceUrl.');
}

function checkAction(action: unknown): void {
  const { actionType, url } = isRecord(action) ? action : {};
  if (typeof actionType !== 'string' || !actions.has(actionType)) {
    throw invalid('callToAction.actionType', 'Unknown.');
  }
  if ((actionType === 'CALL') === (url !== undefined)) {
    throw invalid('callToAction.url', 'All but CALL have a url.');
  }
}

/** Where a post stands: looked at first, then shown or rejected. */
export function stateOf({ clock, settings }: Business, { createdAt, fields }: KeptPost): string {
  if (clock.now() < createdAt + settings.moderationSeconds * 1000) return 'PROCESSING';
  return phone.test(String(fields['summary'])) ? 'REJECTED' : 'LIVE';
}

/** A post as the API shows it. */
export function postView(business: Business, post: KeptPost) {
  const time = new Date(post.createdAt).toISOString();
  return {
    name: post.id,
    ...post.fields,
    state: stateOf(business, post),
    createTime: time,
    updateTime: time,
    searchUrl: `https://local.google.com/place?id=${post.id.split('/').at(-1) ?? ''}`,
  };
}
