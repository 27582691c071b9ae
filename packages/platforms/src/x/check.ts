import type { Composition, Draft, DraftItem, Finding } from '@affiche/core';
import { checkCardWords } from '../card-finding.ts';
import { tooMuch } from '../limit-finding.ts';
import { checkPoll } from '../poll-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkAttachments } from './check-media.ts';
import type { XFacts } from './facts.ts';
import { isPaid, madeByMachine, outgoingText, xLimits } from './rules.ts';
import type { XOptions, XSettings } from './settings.ts';
import { isStorable, weightedLength } from './weighted-length.ts';

const pollRules = {
  platform: 'x',
  options: xLimits.pollOptions,
  optionCharacters: xLimits.pollOptionCharacters,
  minSeconds: xLimits.pollMinSeconds,
  maxSeconds: xLimits.pollMaxSeconds,
};

/** What stands between a draft and X. */
export function check(
  { draft, options, facts }: Composition<XOptions, XFacts>,
  settings: XSettings,
): Finding[] {
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, facts),
      ...checkAttachments(item, index, settings, facts),
      ...checkPoll(item, index, pollRules),
      ...checkChoice(item, index),
      ...checkCardWords('x', item, index),
    ]),
    ...checkAccess(draft, options, settings, facts),
    ...checkOpening('x', draft),
    // There is a label for what is paid for, and one for machines.
    ...(isLabelled(draft, options) ? [] : checkDisclosure('x', draft)),
  ];
}

function isLabelled(draft: Draft, options: XOptions): boolean {
  return isPaid(draft, options) || madeByMachine(draft, options);
}

function checkText(item: DraftItem, index: number, { premium }: XFacts): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const limit = premium ? xLimits.longTextWeight : xLimits.textWeight;
  const measured = weightedLength(text);
  const findings = [
    ...checkWellFormed('x', text, path),
    ...tooMuch({
      rule: 'x/text/weighted-length',
      path,
      what: 'The text',
      measured,
      limit,
      fix: `Shorten it by ${measured - limit.value}; letters weigh 1, emoji and Asian characters 2, links 23.`,
    }),
    ...tooMuch({
      rule: 'x/text/cashtags',
      path,
      what: 'The text',
      measured: [...text.matchAll(/(?<=^|\s)\$[a-z]{1,6}(?:[._][a-z]{1,2})?(?=$|[\s\p{P}])/giu)]
        .length,
      limit: xLimits.cashtags,
      fix: 'Keep one.',
    }),
  ];
  if (!isStorable(text)) {
    findings.push({
      rule: 'x/text/forbidden-character',
      severity: 'error',
      path,
      message: 'The text holds codes that are no characters.',
      fix: 'Write the text again.',
    });
  }
  if (text.trim() === '' && item.media.length === 0) {
    findings.push({
      rule: 'x/text/empty',
      severity: 'error',
      path,
      message: 'The post says nothing and shows nothing.',
      fix: 'Write a text, or add an image, a video or a link.',
    });
  }
  return findings;
}

function checkChoice({ poll }: DraftItem, index: number): Finding[] {
  if (!poll?.multiple) return [];
  return [
    {
      rule: 'x/poll/multiple',
      severity: 'error',
      path: ['items', index, 'poll', 'multiple'],
      message: 'On X everybody has one vote.',
      fix: 'Let people choose one, or ask in the text.',
      source: xLimits.pollOptions.source,
    },
  ];
}

const access = { url: 'https://docs.x.com/changelog', verifiedAt: '2026-11-21' };

/** What X lets only those do who have a contract. */
function checkAccess(
  { items, replyTo, contentWarning }: Draft,
  { quote, edits }: XOptions,
  { access: level = 'self-serve' }: XSettings,
  { premium }: XFacts,
): Finding[] {
  const findings: Finding[] = [];
  const [first] = items;
  if (quote && (first?.media.length || first?.poll)) {
    findings.push({
      rule: 'x/quote/with-media',
      severity: 'error',
      path: ['quote'],
      message: 'A post quotes another, or holds media or a poll.',
      fix: 'Put the media into a reply.',
      source: xLimits.images.source,
    });
  }
  if (contentWarning !== undefined) {
    findings.push({
      rule: 'x/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'X shows no content warning, so this one is lost.',
      fix: 'Begin the text with the warning.',
    });
  }
  if (edits && !premium) {
    findings.push({
      rule: 'x/edit/premium',
      severity: 'error',
      path: ['edits'],
      message: 'X lets only accounts with Premium write a post anew.',
      fix: 'Delete the post and publish another.',
      source: xLimits.images.source,
    });
  }
  if (level === 'enterprise') return findings;
  if (quote) {
    findings.push({
      rule: 'x/quote/not-allowed',
      severity: 'error',
      path: ['quote'],
      message: 'Applications quote only with a contract, since April 2026.',
      fix: 'Link to the post, or set access to "enterprise".',
      source: access,
    });
  }
  const naming = items.findIndex(({ text }) => /(?<![\w@])@\w/.test(text));
  if (replyTo || naming >= 0) {
    findings.push({
      rule: replyTo ? 'x/reply/summoned-only' : 'x/mention/uninvited',
      severity: 'warning',
      path: replyTo ? ['replyTo'] : ['items', naming, 'text'],
      message: `X lets applications ${replyTo ? 'answer' : 'name'} only people who mentioned or quoted the account.`,
      fix: 'Make sure that they did.',
      source: access,
    });
  }
  return findings;
}
