import type { Composition, DraftItem, Finding, Limit } from '@affiche/core';
import { checkCardWords } from '../card-finding.ts';
import { tooMuch } from '../limit-finding.ts';
import { checkPoll } from '../poll-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkChoices } from './check-choices.ts';
import { checkAttachments } from './check-media.ts';
import type { ThreadsFacts } from './facts.ts';
import { threadsLimits, type ThreadsLimits } from './limits.ts';
import { findLinks, outgoingText } from './rules.ts';
import type { ThreadsOptions, ThreadsSettings } from './settings.ts';
import { dearestEmoji, threadsLength } from './text-length.ts';

/** What stands between a draft and Threads. */
export function check(
  composition: Composition<ThreadsOptions, ThreadsFacts>,
  settings: ThreadsSettings,
): Finding[] {
  const { draft, options } = composition;
  const limits = threadsLimits(settings);
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, options, limits),
      ...checkLinks(item, index, limits.links),
      ...checkAttachments(item, index, settings),
      ...checkQuestion(item, index, limits, settings),
      ...checkCardWords('threads', item, index),
    ]),
    ...checkChoices(composition, limits),
    ...checkOpening('threads', draft),
    ...checkDisclosure('threads', draft),
  ];
}

function checkText(
  item: DraftItem,
  index: number,
  { giphy }: ThreadsOptions,
  { textCharacters: limit }: ThreadsLimits,
): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const measured = threadsLength(text);
  const findings = [
    ...checkWellFormed('threads', text, path),
    ...tooMuch({
      rule: 'threads/text/length',
      path,
      what: 'The text',
      measured,
      limit,
      fix: `Shorten it by ${measured - limit.value}; an emoji counts 4 and more.`,
    }),
  ];
  const emoji = dearestEmoji(text);
  if (measured <= limit.value && emoji > 0 && measured + emoji > limit.value) {
    findings.push({
      rule: 'threads/text/close',
      severity: 'warning',
      path,
      message: `The text is within an emoji of the limit, and the network’s own count is not public.`,
      measured,
      limit: limit.value,
      unit: limit.unit,
      fix: `Leave room for one emoji: ${emoji} characters.`,
      source: limit.source,
    });
  }
  if (text.trim() === '' && item.media.length === 0 && !(index === 0 && giphy)) {
    findings.push({
      rule: 'threads/text/empty',
      severity: 'error',
      path,
      message: 'The post says nothing and shows nothing.',
      fix: 'Write a text, or add an image, a video or a link.',
    });
  }
  return findings;
}

function checkLinks(item: DraftItem, index: number, limit: Limit): Finding[] {
  const links = new Set(findLinks(outgoingText(item)).map(({ url }) => url));
  if (item.link) links.add(item.link.url);
  return tooMuch({
    rule: 'threads/text/links',
    path: ['items', index, 'text'],
    what: 'The post',
    measured: links.size,
    limit,
    fix: 'Keep the most important ones, or make it a thread.',
  });
}

/** Threads has one length for all polls, so that the one asked for is no error. */
function checkQuestion(
  item: DraftItem,
  index: number,
  { pollOptions, pollOptionCharacters }: ThreadsLimits,
  { pollSeconds = 86_400 }: ThreadsSettings,
): Finding[] {
  const { poll } = item;
  if (!poll) return [];
  const asked = { ...pollOptions, value: poll.durationSeconds, unit: 'seconds' };
  const path = ['items', index, 'poll'];
  const findings = checkPoll(item, index, {
    platform: 'threads',
    options: pollOptions,
    optionCharacters: pollOptionCharacters,
    minSeconds: asked,
    maxSeconds: asked,
  });
  if (poll.durationSeconds !== pollSeconds) {
    findings.push({
      rule: 'threads/poll/duration',
      severity: 'warning',
      path: [...path, 'durationSeconds'],
      message: `Every poll on Threads is open for ${pollSeconds} seconds.`,
      measured: poll.durationSeconds,
      limit: pollSeconds,
      unit: 'seconds',
      fix: 'Do not promise another end in the text.',
    });
  }
  if (poll.multiple) {
    findings.push({
      rule: 'threads/poll/multiple',
      severity: 'error',
      path: [...path, 'multiple'],
      message: 'On Threads everybody has one vote.',
      fix: 'Let people choose one, or ask in the text.',
      source: pollOptions.source,
    });
  }
  return findings;
}
