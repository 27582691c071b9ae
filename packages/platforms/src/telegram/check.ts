import type { Composition, Draft, DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkPoll } from '../poll-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkEntities } from './check-entities.ts';
import { checkAttachments } from './check-media.ts';
import type { TelegramFacts } from './facts.ts';
import type { TelegramLimits } from './limits.ts';
import { outgoingText, readMessageId } from './rules.ts';
import type { TelegramOptions } from './settings.ts';

/** What stands between a draft and Telegram. */
export function check(
  { draft, options, facts }: Composition<TelegramOptions, TelegramFacts>,
  limits: TelegramLimits,
): Finding[] {
  const pollRules = {
    platform: 'telegram',
    options: limits.pollOptions,
    optionCharacters: limits.pollOptionCharacters,
    minSeconds: limits.pollMinSeconds,
    maxSeconds: limits.pollMaxSeconds,
  };
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, limits),
      ...checkAttachments(item, index, limits),
      ...checkPoll(item, index, pollRules),
    ]),
    ...checkEntities(draft.items, options.entities),
    ...checkDraft(draft),
    ...checkChannel(options, facts),
    ...checkOpening('telegram', draft),
    ...checkDisclosure('telegram', draft),
  ];
}

/** How much text an item may have, which depends on what it goes with. */
export function textLimit({ poll, media }: DraftItem, limits: TelegramLimits) {
  if (poll) return limits.pollQuestionCharacters;
  return media.length > 0 ? limits.captionCharacters : limits.textCharacters;
}

function checkText(item: DraftItem, index: number, limits: TelegramLimits): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const limit = textLimit(item, limits);
  const what = item.poll ? 'The question' : item.media.length > 0 ? 'The caption' : 'The text';
  const empty = text === '' && item.media.length === 0;
  return [
    ...checkWellFormed('telegram', text, path),
    ...tooMuch({
      rule: 'telegram/text/length',
      path,
      what,
      measured: text.length,
      limit,
      fix: `Shorten it by ${text.length - limit.value}, or make it a thread.`,
    }),
    ...(empty
      ? [
          {
            rule: 'telegram/text/empty',
            severity: 'error' as const,
            path,
            message: item.poll ? 'The poll asks nothing.' : 'The message says and shows nothing.',
            fix: 'Write a text, or add an image, a video or a link.',
          },
        ]
      : []),
  ];
}

function checkDraft({ replyTo, contentWarning, items }: Draft): Finding[] {
  const findings: Finding[] = [];
  if (replyTo && !readMessageId(replyTo.id)) {
    findings.push({
      rule: 'telegram/reply/unknown-message',
      severity: 'error',
      path: ['replyTo', 'id'],
      message: `"${replyTo.id}" is no message of Telegram.`,
      measured: replyTo.id,
      fix: 'Name the message by its chat and number, such as -1001234567890/57.',
    });
  }
  if (contentWarning !== undefined) {
    findings.push({
      rule: 'telegram/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'Telegram veils media, but shows no words of warning.',
      fix: 'Begin the text with the warning.',
    });
  }
  items.forEach(({ role }, index) => {
    if (role !== 'first-comment' || index === 0) return;
    findings.push({
      rule: 'telegram/first-comment/in-chat',
      severity: 'warning',
      path: ['items', index, 'role'],
      message: 'The comment stands in the chat itself, as an answer to the first message.',
      fix: 'Leave it out if it is meant for the discussion group of a channel.',
    });
  });
  return findings;
}

function checkChannel(
  { anonymousPoll }: TelegramOptions,
  { type, canPost }: TelegramFacts,
): Finding[] {
  const findings: Finding[] = [];
  if (!canPost) {
    findings.push({
      rule: 'telegram/account/not-allowed',
      severity: 'error',
      path: [],
      message: 'The bot may not post in this chat.',
      fix: 'Make it an administrator with the right to post messages.',
    });
  }
  if (type === 'channel' && !anonymousPoll) {
    findings.push({
      rule: 'telegram/poll/anonymous',
      severity: 'error',
      path: ['anonymousPoll'],
      message: 'In a channel votes are always anonymous.',
      fix: 'Leave anonymousPoll as it is.',
    });
  }
  return findings;
}
