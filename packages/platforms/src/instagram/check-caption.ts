import type { DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkWellFormed } from '../text-finding.ts';
import { type InstagramLimits, publishing } from './limits.ts';
import { captionOf, characters, findHashtags, findMentions, type Format } from './rules.ts';
import type { InstagramSettings } from './settings.ts';

/** What is wrong with the words of a post. */
export function checkCaption(
  item: DraftItem,
  format: Format,
  limits: InstagramLimits,
  settings: InstagramSettings,
): Finding[] {
  const text = captionOf(item);
  const path = ['items', 0, 'text'];
  if (format === 'story') return checkStory(text, path);
  return [
    ...checkWellFormed('instagram', text, path),
    ...tooMuch({
      rule: 'instagram/text/length',
      path,
      what: 'The caption',
      measured: characters(text),
      limit: limits.captionCharacters,
      fix: 'Shorten it, or move a part into the first comment.',
    }),
    ...checkHashtags(text, path, limits, settings),
    ...checkMentions(text, path, limits),
    ...checkLink(item),
  ];
}

function checkStory(text: string, path: Finding['path']): Finding[] {
  if (text === '') return [];
  return [
    {
      rule: 'instagram/story/caption',
      severity: 'warning',
      path,
      message: 'A story has no caption, and these words will not be seen.',
      fix: 'Write them into the picture, or publish a post.',
      source: publishing,
    },
  ];
}

/** The network enforces fewer than it documents, so that both numbers are told. */
function checkHashtags(
  text: string,
  path: Finding['path'],
  { hashtags, documentedHashtags }: InstagramLimits,
  { tooManyHashtags = 'error' }: InstagramSettings,
): Finding[] {
  const measured = findHashtags(text).length;
  const over = measured > documentedHashtags.value ? documentedHashtags : hashtags;
  return tooMuch({
    rule: 'instagram/text/hashtags',
    path,
    what: 'The caption',
    measured,
    limit: over,
    fix: 'Keep the ones that people look for.',
  }).map((finding) => ({
    ...finding,
    severity: over === documentedHashtags ? 'error' : tooManyHashtags,
    message:
      over === documentedHashtags
        ? finding.message
        : `The caption has ${measured} hashtags. Instagram documents ${documentedHashtags.value}, and is said to enforce ${hashtags.value} since December 2025.`,
  }));
}

function checkMentions(
  text: string,
  path: Finding['path'],
  { mentions, documentedMentions }: InstagramLimits,
): Finding[] {
  const measured = findMentions(text).length;
  const over = measured > documentedMentions.value ? documentedMentions : mentions;
  return tooMuch({
    rule: 'instagram/text/mentions',
    path,
    what: 'The caption',
    measured,
    limit: over,
    fix: 'Tag people in the picture instead.',
  }).map((finding) =>
    over === documentedMentions
      ? finding
      : {
          ...finding,
          severity: 'warning',
          message: `The caption names ${measured} people. Instagram documents ${documentedMentions.value}, and other publishers stop at ${mentions.value}.`,
        },
  );
}

function checkLink({ link }: DraftItem): Finding[] {
  if (!link) return [];
  return [
    {
      rule: 'instagram/link/plain',
      severity: 'warning',
      path: ['items', 0, 'link'],
      message: 'An address in a caption opens nothing; people must copy it.',
      fix: 'Point to the link in the profile.',
      source: publishing,
    },
  ];
}
