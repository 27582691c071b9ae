import type { DraftItem, Json, Step } from '@affiche/core';
import { publicAddress } from '../public-address.ts';
import { type BusinessComposition, wordsOf } from './rules.ts';
import type { GoogleBusinessProfileOptions, GoogleBusinessProfileSettings } from './settings.ts';

/** Turns a draft into one step for each post; or a change of one, or an answer to a review. */
export function compile(
  { draft, options }: BusinessComposition,
  settings: GoogleBusinessProfileSettings,
): Step[] {
  const { settleSeconds = 30 } = settings;
  const { replyTo, language = 'en' } = draft;
  const { edits } = options;
  const kind = edits ? 'edit-post' : replyTo ? 'reply-review' : 'create-post';
  return draft.items.map((item, index) => ({
    id: `${kind.split('-')[0] ?? ''}-${index}`,
    kind,
    item: index,
    visibility: 'public',
    // What is written in a known place can be looked at there.
    recognition: kind === 'create-post' ? 'lookup' : 'evidence',
    needs: [],
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 60,
    settleSeconds,
    request: edits
      ? editRequest(edits.id, item, options)
      : replyTo
        ? { review: replyTo.id, text: wordsOf(item, draft) }
        : { body: bodyOf(item, options, { language, pictures: picturesOf(item, settings) }) },
  }));
}

function editRequest(name: string, item: DraftItem, options: GoogleBusinessProfileOptions): Json {
  const button = buttonOf(item, options);
  const mask = button ? 'summary,callToAction' : 'summary';
  return { name, mask, body: { summary: item.text, ...(button && { callToAction: button }) } };
}

function picturesOf({ media }: DraftItem, settings: GoogleBusinessProfileSettings): Json[] {
  return media.flatMap(({ source }) => {
    const sourceUrl = publicAddress(source, settings);
    return sourceUrl === undefined ? [] : [{ mediaFormat: 'PHOTO', sourceUrl }];
  });
}

function bodyOf(
  item: DraftItem,
  options: GoogleBusinessProfileOptions,
  { language, pictures }: { readonly language: string; readonly pictures: Json[] },
): Json {
  const { event, offer } = options;
  const button = buttonOf(item, options);
  return {
    languageCode: language,
    summary: item.text,
    topicType: offer ? 'OFFER' : event ? 'EVENT' : 'STANDARD',
    ...(event && { event: eventOf(event) }),
    ...(offer && { offer: offerOf(offer) }),
    ...(button && { callToAction: button }),
    ...(pictures.length > 0 && { media: pictures }),
  };
}

function buttonOf({ link }: DraftItem, { action, offer }: GoogleBusinessProfileOptions) {
  if (action === 'CALL') return { actionType: action };
  // The button of an offer is Google's own.
  if (!link || (offer && action === undefined)) return undefined;
  return { actionType: action ?? 'LEARN_MORE', url: link.url };
}

function offerOf(offer: NonNullable<GoogleBusinessProfileOptions['offer']>): Json {
  const { couponCode, redeemUrl, terms } = offer;
  return {
    ...(couponCode !== undefined && { couponCode }),
    ...(redeemUrl !== undefined && { redeemOnlineUrl: redeemUrl }),
    ...(terms !== undefined && { termsConditions: terms }),
  };
}

type Event = NonNullable<GoogleBusinessProfileOptions['event']>;

function eventOf({ title, start, end }: Event): Json {
  return {
    title,
    schedule: {
      startDate: dateOf(start),
      ...(start.time !== undefined && { startTime: timeOf(start.time) }),
      endDate: dateOf(end),
      ...(end.time !== undefined && { endTime: timeOf(end.time) }),
    },
  };
}

function dateOf({ date }: Event['start']): Json {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function timeOf(time: string): Json {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { hours, minutes };
}
