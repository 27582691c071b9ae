import type { Finding } from '@affiche/core';
import { checkPoll } from '../poll-finding.ts';
import { redditLimits } from './limits.ts';
import { isComment, pollDays, type RedditComposition } from './rules.ts';
import type { RedditSettings } from './settings.ts';

/** What is wrong with the poll of an item: only a post can be one, and it is open for whole days. */
export function checkPollOf(
  composition: RedditComposition,
  index: number,
  settings: RedditSettings,
): Finding[] {
  const item = composition.draft.items[index];
  if (!item?.poll) return [];
  const path = ['items', index, 'poll'];
  if (isComment(composition, index)) {
    const message = 'A comment is text: its poll cannot be sent.';
    const fix = 'Make the poll a post of its own.';
    return [{ rule: 'reddit/comment/poll', severity: 'error', path, message, fix }];
  }
  const { pollOptions, pollOptionCharacters, pollMinSeconds, pollMaxSeconds } =
    redditLimits(settings);
  const findings = checkPoll(item, index, {
    platform: 'reddit',
    options: pollOptions,
    optionCharacters: pollOptionCharacters,
    minSeconds: pollMinSeconds,
    maxSeconds: pollMaxSeconds,
  });
  const days = pollDays(item.poll);
  if (item.poll.multiple) {
    findings.push({
      rule: 'reddit/poll/multiple',
      severity: 'error',
      path: [...path, 'multiple'],
      message: 'On Reddit everybody has one vote.',
      fix: 'Let people choose one, or ask in the text.',
    });
  }
  if (item.poll.durationSeconds % 86_400 !== 0 && days <= 7 && days > 1) {
    findings.push({
      rule: 'reddit/poll/longer',
      severity: 'warning',
      path: [...path, 'durationSeconds'],
      message: `The poll will be open for ${days} days: Reddit knows whole ones.`,
      measured: item.poll.durationSeconds,
      limit: days * 86_400,
      unit: 'seconds',
      fix: 'Choose whole days.',
    });
  }
  return findings;
}
