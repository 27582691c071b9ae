import type { Composition, Draft, Finding } from '@affiche/core';
import { checkCardWords } from '../card-finding.ts';
import { tooMuch } from '../limit-finding.ts';
import { checkGraphVersion, defaultVersion } from '../meta/versions.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkChoices } from './check-choices.ts';
import { checkAttachments } from './check-media.ts';
import type { FacebookFacts } from './facts.ts';
import { facebookLimits, type FacebookLimits } from './limits.ts';
import { characters, hasCard, isComment, outgoingText } from './rules.ts';
import type { FacebookOptions, FacebookSettings } from './settings.ts';

type Composed = Composition<FacebookOptions, FacebookFacts>;

/** What stands between a draft and Facebook. */
export function check(composition: Composed, settings: FacebookSettings): Finding[] {
  const { draft, options, facts } = composition;
  const limits = facebookLimits(settings);
  return [
    ...checkGraphVersion({
      platform: 'facebook',
      version: settings.version ?? defaultVersion,
      today: facts.readAt?.slice(0, 10),
      answeredBy: facts.answeredBy,
    }),
    ...draft.items.flatMap((item, index) => [
      ...checkCardWords('facebook', item, index),
      ...checkText(composition, index, limits),
      ...checkAttachments(draft, index, options, settings),
      ...checkItem(draft, index),
    ]),
    ...checkChoices(composition, limits),
    ...checkWarning(draft),
    ...checkOpening('facebook', draft),
    ...checkDisclosure('facebook', draft),
  ];
}

function checkText(
  { draft, options }: Composed,
  index: number,
  { textCharacters: limit }: FacebookLimits,
): Finding[] {
  const item = draft.items[index];
  const text = outgoingText(draft, index, options);
  const path = ['items', index, 'text'];
  const measured = characters(text);
  const findings = [
    ...checkWellFormed('facebook', text, path),
    ...tooMuch({
      rule: 'facebook/text/length',
      path,
      what: 'The text',
      measured,
      limit,
      fix: `Shorten it by ${measured - limit.value}.`,
    }),
  ];
  const card = !isComment(draft, index) && item !== undefined && hasCard(item);
  if (text.trim() === '' && !item?.media.length && !card) {
    findings.push({
      rule: 'facebook/text/empty',
      severity: 'error',
      path,
      message: 'The post says nothing and shows nothing.',
      fix: 'Write a text, or add a picture, a film or a link.',
    });
  }
  return findings;
}

function checkItem({ items, replyTo }: Draft, index: number): Finding[] {
  const item = items[index];
  const findings: Finding[] = [];
  if (item?.poll) {
    findings.push({
      rule: 'facebook/poll/none',
      severity: 'error',
      path: ['items', index, 'poll'],
      message: 'Pages have no polls.',
      fix: 'Ask in the text, and let people answer in comments.',
    });
  }
  if (index > 0 && item?.role === 'reply' && !replyTo) {
    findings.push({
      rule: 'facebook/thread/none',
      severity: 'warning',
      path: ['items', index, 'role'],
      message: 'Facebook has no threads, so that this becomes a comment under the post.',
      fix: 'Say it in the post, or make it a post of its own.',
    });
  }
  return findings;
}

function checkWarning({ contentWarning }: Draft): Finding[] {
  if (contentWarning === undefined) return [];
  return [
    {
      rule: 'facebook/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'Facebook shows no content warning, so this one is lost.',
      fix: 'Begin the text with the warning.',
    },
  ];
}
