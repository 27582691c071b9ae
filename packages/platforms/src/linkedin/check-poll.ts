import type { DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { countCharacters, type LinkedInLimits, pollDuration } from './rules.ts';
import type { LinkedInOptions } from './settings.ts';

/** What is wrong with a poll beyond its choices: its question, its votes, its days. */
export function checkPollWords(
  { poll, text }: DraftItem,
  index: number,
  { pollQuestion }: LinkedInOptions,
  { pollQuestionCharacters, pollOptions: { source } }: LinkedInLimits,
): Finding[] {
  if (!poll) return [];
  const path = ['items', index, 'poll'];
  const findings = tooMuch({
    rule: 'linkedin/poll/question-length',
    path: pollQuestion === undefined ? ['items', index, 'text'] : ['options', 'pollQuestion'],
    what: 'The question',
    measured: countCharacters(pollQuestion ?? text),
    limit: pollQuestionCharacters,
    fix: 'Ask it in short with the option pollQuestion.',
  });
  if (poll.multiple) {
    findings.push({
      rule: 'linkedin/poll/multiple',
      severity: 'error',
      path: [...path, 'multiple'],
      message: 'On LinkedIn everybody has one vote.',
      fix: 'Let people choose one, or ask in the text.',
      source,
    });
  }
  const { seconds } = pollDuration(poll.durationSeconds);
  if (poll.durationSeconds >= 86_400 && seconds > poll.durationSeconds) {
    findings.push({
      rule: 'linkedin/poll/longer',
      severity: 'warning',
      path: [...path, 'durationSeconds'],
      message: `The poll will be open for ${seconds / 86_400} days: LinkedIn knows 1, 3, 7 and 14.`,
      measured: poll.durationSeconds,
      limit: seconds,
      unit: 'seconds',
      fix: 'Choose one of these.',
      source,
    });
  }
  return findings;
}
