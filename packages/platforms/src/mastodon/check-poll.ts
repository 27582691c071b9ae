import type { DraftItem, Finding } from '@affiche/core';
import { countGraphemes } from '../graphemes.ts';
import { tooMuch } from '../limit-finding.ts';
import type { MastodonLimits } from './limits.ts';

/** What stands between a poll and Mastodon. */
export function checkPoll(
  { poll, media }: DraftItem,
  item: number,
  limits: MastodonLimits,
): Finding[] {
  if (!poll) return [];
  const path = ['items', item, 'poll'];
  const { options, durationSeconds } = poll;
  const findings = [
    ...tooMuch({
      rule: 'mastodon/poll/options',
      path: [...path, 'options'],
      what: 'The poll',
      measured: options.length,
      limit: limits.pollOptions,
      fix: 'Leave some out, or ask two questions.',
    }),
    ...options.flatMap((option, index) =>
      tooMuch({
        rule: 'mastodon/poll/option-length',
        path: [...path, 'options', index],
        what: 'The choice',
        measured: countGraphemes(option),
        limit: limits.pollOptionCharacters,
        fix: 'Shorten it.',
      }),
    ),
    ...tooMuch({
      rule: 'mastodon/poll/duration',
      path: [...path, 'durationSeconds'],
      what: 'The poll',
      measured: durationSeconds,
      limit: limits.pollMaxSeconds,
      fix: 'Let it end earlier.',
    }),
  ];
  if (durationSeconds < limits.pollMinSeconds.value) {
    findings.push({
      rule: 'mastodon/poll/too-short',
      severity: 'error',
      path: [...path, 'durationSeconds'],
      message: `The poll is open for ${durationSeconds} seconds, and ${limits.pollMinSeconds.value} are the least.`,
      measured: durationSeconds,
      limit: limits.pollMinSeconds.value,
      unit: 'seconds',
      fix: 'Let it run longer.',
      source: limits.pollMinSeconds.source,
    });
  }
  if (new Set(options).size < options.length) {
    findings.push({
      rule: 'mastodon/poll/twice',
      severity: 'error',
      path: [...path, 'options'],
      message: 'Two choices of the poll are the same.',
      fix: 'Make every choice different.',
    });
  }
  if (media.length > 0) {
    findings.push({
      rule: 'mastodon/poll/with-media',
      severity: 'error',
      path,
      message: 'A post holds a poll or media, not both.',
      fix: 'Put the media into a reply.',
    });
  }
  return findings;
}
