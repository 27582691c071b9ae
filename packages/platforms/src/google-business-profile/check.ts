import type { Draft, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { publicAddress } from '../public-address.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { businessLimits } from './limits.ts';
import { type BusinessComposition, countCharacters, phoneNumberIn, wordsOf } from './rules.ts';
import type { GoogleBusinessProfileOptions, GoogleBusinessProfileSettings } from './settings.ts';

type EventMoment = NonNullable<GoogleBusinessProfileOptions['event']>['start'];

/** What stands between a draft and a business's profile. */
export function check(
  composition: BusinessComposition,
  settings: GoogleBusinessProfileSettings,
): Finding[] {
  const { draft } = composition;
  return [
    ...draft.items.flatMap((item, index) =>
      checkText(draft, wordsOf(item, draft), index, settings),
    ),
    ...checkPictures(composition, settings),
    ...checkAction(composition),
    ...checkEvent(composition, settings),
    ...checkUnoffered(draft, {
      platform: 'google-business-profile',
      name: 'Google Business Profile',
      answers: true,
    }),
    ...checkDisclosure('google-business-profile', draft),
  ];
}

function checkText(
  draft: Draft,
  text: string,
  index: number,
  settings: GoogleBusinessProfileSettings,
): Finding[] {
  const path = ['items', index, 'text'];
  const limits = businessLimits(settings);
  const answer = draft.replyTo !== undefined;
  const phone = answer ? undefined : phoneNumberIn(text);
  const findings = [
    ...checkWellFormed('google-business-profile', text, path),
    ...tooMuch({
      rule: 'google-business-profile/text/length',
      path,
      what: answer ? 'The answer' : 'The text',
      measured: countCharacters(text),
      limit: answer ? limits.replyCharacters : limits.textCharacters,
      fix: 'Shorten it.',
    }),
  ];
  if (text.trim() === '') {
    findings.push(error('text/missing', path, 'There are no words.', 'Write some.'));
  }
  if (phone !== undefined) {
    const message = `Google rejects posts with telephone numbers, and ${phone} looks like one.`;
    const found = error('text/phone', path, message, 'Use the button CALL: options.action.');
    findings.push({ ...found, severity: settings.phoneNumbers ?? 'error' });
  }
  return findings;
}

function checkPictures(
  { draft, options }: BusinessComposition,
  settings: GoogleBusinessProfileSettings,
): Finding[] {
  const limits = businessLimits(settings);
  return draft.items.flatMap(({ media }, index) => {
    const path = ['items', index, 'media'];
    const textOnly = media.length > 0 && (draft.replyTo ?? options.edits) !== undefined;
    return [
      ...tooMuch({
        rule: 'google-business-profile/media/count',
        path,
        what: 'The post',
        measured: media.length,
        limit: limits.images,
        fix: 'Choose the best one.',
      }),
      ...media.flatMap((each, position) => checkPicture(each, [...path, position], settings)),
      ...(textOnly
        ? [
            error(
              'media/not-sent',
              path,
              'An answer and a change are words alone.',
              'Leave the files out.',
            ),
          ]
        : []),
    ];
  });
}

function checkPicture(
  media: Media,
  path: Finding['path'],
  settings: GoogleBusinessProfileSettings,
): Finding[] {
  const { imageBytes, imageMinBytes, imageMinWidth, imageMinHeight } = businessLimits(settings);
  const { width, height, bytes, source } = media;
  const findings = checkMedia(media, path, {
    platform: 'google-business-profile',
    bytes: imageBytes,
    accepts: (type) => type === 'image/jpeg' || type === 'image/png',
    acceptable: 'JPEG or PNG: posts show no video',
  });
  if (publicAddress(source, settings) === undefined) {
    findings.push(
      error(
        'media/address',
        path,
        'Google fetches the picture itself, from an address.',
        'Give the address where the world finds the file, or set mediaUrl of the adapter.',
      ),
    );
  }
  for (const [name, measured, limit] of [
    ['bytes', bytes, imageMinBytes],
    ['width', width, imageMinWidth],
    ['height', height, imageMinHeight],
  ] as const) {
    if (measured === undefined || measured >= limit.value) continue;
    const message = `The picture has ${measured} ${limit.unit}, and ${limit.value} are the least.`;
    const found = error('media/too-small', [...path, name], message, 'Use a larger picture.');
    findings.push({
      ...found,
      measured,
      limit: limit.value,
      unit: limit.unit,
      source: limit.source,
    });
  }
  return findings;
}

function checkAction({ draft, options }: BusinessComposition): Finding[] {
  const { action, offer } = options;
  if (action === undefined) {
    const lost = draft.items.some(({ link }) => link && link.url !== offer?.redeemUrl);
    if (!offer || !lost) return [];
    return [
      error(
        'action/offer-link',
        ['offer', 'redeemUrl'],
        'The button of an offer leads to offer.redeemUrl, and the link is lost.',
        'Give the link as offer.redeemUrl, or choose a button.',
      ),
    ];
  }
  const linked = draft.items.every(({ link }) => link !== undefined);
  if (action === 'CALL' ? !draft.items.some(({ link }) => link) : linked) return [];
  return [
    action === 'CALL'
      ? error(
          'action/link',
          ['action'],
          'The button CALL leads to the telephone, and the link is lost.',
          'Leave the link out, or choose another button.',
        )
      : error(
          'action/no-link',
          ['action'],
          `The button ${action} leads nowhere.`,
          'Give the draft a link.',
        ),
  ];
}

function checkEvent(
  { options }: BusinessComposition,
  settings: GoogleBusinessProfileSettings,
): Finding[] {
  const { event } = options;
  if (!event) return [];
  const { eventTitleCharacters } = businessLimits(settings);
  const backwards = momentOf(event.end, '23:59') < momentOf(event.start, '00:00');
  return [
    ...tooMuch({
      rule: 'google-business-profile/event/title',
      path: ['event', 'title'],
      what: 'The title',
      measured: countCharacters(event.title),
      limit: eventTitleCharacters,
      fix: 'Shorten it.',
    }),
    ...(backwards
      ? [
          error(
            'event/backwards',
            ['event', 'end'],
            'The event ends before it begins.',
            'Correct its times.',
          ),
        ]
      : []),
  ];
}

function error(rule: string, path: Finding['path'], message: string, fix: string): Finding {
  return { rule: `google-business-profile/${rule}`, severity: 'error', path, message, fix };
}

/** A moment as a text that sorts. */
function momentOf({ date, time }: EventMoment, otherwise: string): string {
  return `${date} ${time ?? otherwise}`;
}
