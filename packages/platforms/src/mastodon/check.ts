import type { Composition, DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkPoll, type PollRules } from '../poll-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkAttachments } from './check-media.ts';
import type { MastodonFacts } from './facts.ts';
import { type MastodonLimits, mastodonLimits } from './limits.ts';
import { countMastodon, outgoingText } from './rules.ts';
import type { MastodonOptions, MastodonSettings } from './settings.ts';

type Mastodon = Composition<MastodonOptions, MastodonFacts>;

/** What stands between a draft and a server that speaks Mastodon. */
export function check(composition: Mastodon, settings: MastodonSettings): Finding[] {
  const { draft, facts } = composition;
  const limits = mastodonLimits(facts);
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, composition, limits),
      ...checkAttachments(item, index, { limits, facts, missingAlt: settings.missingAltText }),
      ...checkPoll(item, index, pollRules(limits)),
    ]),
    ...checkDraft(composition),
    ...checkOpening('mastodon', draft),
    ...checkDisclosure('mastodon', draft),
  ];
}

function pollRules(limits: MastodonLimits): PollRules {
  return {
    platform: 'mastodon',
    options: limits.pollOptions,
    optionCharacters: limits.pollOptionCharacters,
    minSeconds: limits.pollMinSeconds,
    maxSeconds: limits.pollMaxSeconds,
  };
}

function checkText(
  item: DraftItem,
  index: number,
  { draft: { contentWarning = '' }, facts: { charactersPerUrl } }: Mastodon,
  limits: MastodonLimits,
): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const measured = countMastodon(text, { contentWarning, charactersPerUrl });
  const empty = text.trim() === '' && item.media.length === 0;
  return [
    ...checkWellFormed('mastodon', text, path),
    ...(index === 0 ? checkWellFormed('mastodon', contentWarning, ['contentWarning']) : []),
    ...tooMuch({
      rule: 'mastodon/text/length',
      path,
      what: contentWarning === '' ? 'The text' : 'The text with its content warning',
      measured,
      limit: limits.textCharacters,
      fix: `Shorten it by ${measured - limits.textCharacters.value} characters, or make it a thread.`,
    }),
    ...(empty
      ? [
          {
            rule: 'mastodon/text/empty',
            severity: 'error' as const,
            path,
            message: 'The post says nothing and shows nothing.',
            fix: 'Write a text, or add an image, a video or a link.',
          },
        ]
      : []),
  ];
}

// These keep a post until its time; the others may post it at once.
const patient = new Set(['mastodon', 'glitch', 'hometown', 'gotosocial']);

function checkDraft({ draft, options, facts }: Mastodon): Finding[] {
  const findings: Finding[] = [];
  if (options.quote && !facts.quotes) {
    findings.push({
      rule: 'mastodon/quote/unsupported',
      severity: 'error',
      path: ['quote'],
      message: `The server (${facts.software} ${facts.version ?? ''}) does not show quotes.`,
      fix: 'Link to the post instead.',
    });
  }
  if (options.scheduledAt !== undefined && !patient.has(facts.software)) {
    findings.push({
      rule: 'mastodon/schedule/untrusted',
      severity: 'error',
      path: ['scheduledAt'],
      message: `The server runs ${facts.software}, which may accept the time and post at once.`,
      fix: 'Leave scheduledAt out: the publisher keeps the time itself.',
    });
  }
  if (options.scheduledAt !== undefined && draft.items.length > 1) {
    findings.push({
      rule: 'mastodon/schedule/thread',
      severity: 'error',
      path: ['scheduledAt'],
      message: 'The server cannot keep a thread: a post that waits has no id to answer to.',
      fix: 'Leave scheduledAt out: the publisher keeps the time itself.',
    });
  }
  if (options.edits && (draft.items.length > 1 || options.scheduledAt !== undefined)) {
    findings.push({
      rule: 'mastodon/edit/one',
      severity: 'error',
      path: ['edits'],
      message: 'One post is written anew at a time, and at once.',
      fix: 'Make a draft of each post, and leave scheduledAt out.',
    });
  }
  return findings;
}
