import type { Composition, Draft, DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkPoll } from '../poll-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkEmbeds } from './check-embeds.ts';
import { checkAttachments } from './check-media.ts';
import { checkPlace } from './check-place.ts';
import type { DiscordFacts } from './facts.ts';
import type { DiscordLimits } from './limits.ts';
import { countDiscord, outgoingText, readMessageId } from './rules.ts';
import type { DiscordOptions, DiscordSettings } from './settings.ts';

/** What stands between a draft and Discord. */
export function check(
  { draft, options }: Composition<DiscordOptions, DiscordFacts>,
  limits: DiscordLimits,
  settings: DiscordSettings,
): Finding[] {
  const pollRules = {
    platform: 'discord',
    options: limits.pollOptions,
    optionCharacters: limits.pollOptionCharacters,
    minSeconds: limits.pollMinSeconds,
    maxSeconds: limits.pollMaxSeconds,
  };
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, options, limits),
      ...checkAttachments(item, index, limits),
      ...checkPoll(item, index, pollRules),
    ]),
    ...checkEmbeds(options.embeds, draft.items.length, limits),
    ...checkPlace(options, limits, settings),
    ...checkAnswer(draft, settings),
    ...checkOpening('discord', draft),
    ...checkDisclosure('discord', draft),
  ];
}

function checkText(
  item: DraftItem,
  index: number,
  { embeds }: DiscordOptions,
  limits: DiscordLimits,
): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const limit = item.poll ? limits.pollQuestion : limits.textCharacters;
  const measured = countDiscord(text);
  const bare = item.media.length === 0 && embeds.every((embed) => embed.item !== index);
  const empty = text === '' && (bare || item.poll !== undefined);
  return [
    ...checkWellFormed('discord', text, path),
    ...tooMuch({
      rule: 'discord/text/length',
      path,
      what: item.poll ? 'The question' : 'The text',
      measured,
      limit,
      fix: `Shorten it by ${measured - limit.value} characters, or make it a thread.`,
    }),
    ...(empty
      ? [
          {
            rule: 'discord/text/empty',
            severity: 'error' as const,
            path,
            message: item.poll ? 'The poll asks nothing.' : 'The message says and shows nothing.',
            fix: 'Write a text, or add a file, an embed or a link.',
          },
        ]
      : []),
  ];
}

function checkAnswer(
  { replyTo, contentWarning, items }: Draft,
  { as = 'webhook' }: DiscordSettings,
): Finding[] {
  const findings: Finding[] = [];
  if (replyTo && as === 'webhook') {
    findings.push({
      rule: 'discord/reply/not-offered',
      severity: 'error',
      path: ['replyTo'],
      message: 'A webhook cannot answer anybody.',
      fix: 'Post as a bot, or into the thread of the message.',
    });
  }
  if (replyTo && !readMessageId(replyTo.id)) {
    findings.push({
      rule: 'discord/reply/unknown-message',
      severity: 'error',
      path: ['replyTo', 'id'],
      message: `"${replyTo.id}" is no message of Discord.`,
      measured: replyTo.id,
      fix: 'Name the message by its channel and number, such as 1234567890/2345678901.',
    });
  }
  if (contentWarning !== undefined && items.every(({ media }) => media.length === 0)) {
    findings.push({
      rule: 'discord/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'Discord veils files, but shows no words of warning.',
      fix: 'Begin the text with the warning, and put what follows between ||.',
    });
  }
  items.forEach(({ role }, index) => {
    if (role !== 'first-comment' || index === 0) return;
    findings.push({
      rule: 'discord/first-comment/as-message',
      severity: 'warning',
      path: ['items', index, 'role'],
      message: 'Discord has no comments: this will be another message after the first.',
      fix: 'Make it a reply if that is what you mean, or write it into the message.',
    });
  });
  return findings;
}
