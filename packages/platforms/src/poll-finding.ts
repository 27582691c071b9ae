import type { DraftItem, Finding, Limit } from '@affiche/core';
import { countGraphemes } from './graphemes.ts';
import { tooLittle, tooMuch } from './limit-finding.ts';

/** What a network allows a poll to be. */
export interface PollRules {
  /** The platform's id, which rules begin with. */
  readonly platform: string;
  readonly options: Limit;
  /** Length of one choice. */
  readonly optionCharacters: Limit;
  readonly minSeconds: Limit;
  readonly maxSeconds: Limit;
}

/** What is wrong with a poll, by the rules of its network. */
export function checkPoll({ poll, media }: DraftItem, item: number, rules: PollRules): Finding[] {
  if (!poll) return [];
  const path = ['items', item, 'poll'];
  const { options, durationSeconds } = poll;
  const findings = [
    ...tooMuch({
      rule: `${rules.platform}/poll/options`,
      path: [...path, 'options'],
      what: 'The poll',
      measured: options.length,
      limit: rules.options,
      fix: 'Leave some out, or ask two questions.',
    }),
    ...options.flatMap((option, index) =>
      tooMuch({
        rule: `${rules.platform}/poll/option-length`,
        path: [...path, 'options', index],
        what: 'The choice',
        measured: countGraphemes(option),
        limit: rules.optionCharacters,
        fix: 'Shorten it.',
      }),
    ),
    ...tooMuch({
      rule: `${rules.platform}/poll/duration`,
      path: [...path, 'durationSeconds'],
      what: 'The poll',
      measured: durationSeconds,
      limit: rules.maxSeconds,
      fix: 'Let it end earlier.',
    }),
    ...tooLittle({
      rule: `${rules.platform}/poll/too-short`,
      path: [...path, 'durationSeconds'],
      what: 'The poll',
      measured: durationSeconds,
      limit: rules.minSeconds,
      fix: 'Let it run longer.',
    }),
  ];
  if (new Set(options).size < options.length) {
    findings.push({
      rule: `${rules.platform}/poll/twice`,
      severity: 'error',
      path: [...path, 'options'],
      message: 'Two choices of the poll are the same.',
      fix: 'Make every choice different.',
    });
  }
  if (media.length > 0) {
    findings.push({
      rule: `${rules.platform}/poll/with-media`,
      severity: 'error',
      path,
      message: 'A post holds a poll or media, not both.',
      fix: 'Put the media into a reply.',
    });
  }
  return findings;
}
