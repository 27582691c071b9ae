import type { DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkWellFormed } from '../text-finding.ts';
import { countCharacters, limitsOf, outgoingText } from './rules.ts';
import type { LinkedInSettings } from './settings.ts';

// Which characters LinkedIn counts is not documented: a text this close may be too long for it.
const closeTo = 50;

/** What is wrong with the words of a post or of a comment. */
export function checkText(
  item: DraftItem,
  index: number,
  isComment: boolean,
  settings: LinkedInSettings,
): Finding[] {
  const { textCharacters, commentCharacters } = limitsOf(settings);
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const limit = isComment ? commentCharacters : textCharacters;
  const measured = countCharacters(text);
  const excess = measured - limit.value;
  const findings = [
    ...checkWellFormed('linkedin', text, path),
    ...tooMuch({
      rule: 'linkedin/text/length',
      path,
      what: isComment ? 'The comment' : 'The text',
      measured,
      limit,
      fix: `Shorten it by ${excess}.`,
    }),
  ];
  if (!isComment && excess <= 0 && excess > -closeTo) {
    findings.push({
      rule: 'linkedin/text/close',
      severity: 'warning',
      path,
      message: `The text has ${measured} of ${limit.value} characters, and LinkedIn does not say how it counts.`,
      measured,
      limit: limit.value,
      unit: limit.unit,
      fix: `Keep it at ${limit.value - closeTo} to be safe.`,
      source: limit.source,
    });
  }
  if (text.trim() === '') {
    findings.push({
      rule: 'linkedin/text/empty',
      severity: 'error',
      path,
      message: 'The post says nothing.',
      fix: 'Write a text: LinkedIn wants one even above a picture.',
      source: limit.source,
    });
  }
  return findings;
}
