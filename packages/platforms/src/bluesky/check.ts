import type { Composition, Draft, DraftItem, Finding } from '@affiche/core';
import { countGraphemes } from '../graphemes.ts';
import { tooMuch } from '../limit-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { utf8Length } from '../utf8.ts';
import { checkAttachments } from './check-media.ts';
import type { BlueskyFacts } from './facts.ts';
import { type BlueskyLimits, outgoingText } from './rules.ts';
import type { BlueskyOptions, BlueskySettings } from './settings.ts';

type Bluesky = Composition<BlueskyOptions, BlueskyFacts>;

/** What stands between a draft and Bluesky. */
export function check(
  { draft, options, facts }: Bluesky,
  limits: BlueskyLimits,
  settings: BlueskySettings,
): Finding[] {
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkText(item, index, limits),
      ...checkContent(item, index, options),
      ...checkAttachments(item, index, { limits, facts, missingAlt: settings.missingAltText }),
    ]),
    ...checkDraft(draft, options),
    ...checkTags(options, limits),
    ...checkOpening('bluesky', draft),
    ...checkDisclosure('bluesky', draft),
  ];
}

function checkText(item: DraftItem, index: number, limits: BlueskyLimits): Finding[] {
  const text = outgoingText(item);
  const path = ['items', index, 'text'];
  const graphemes = countGraphemes(text);
  const bytes = utf8Length(text);
  return [
    ...checkWellFormed('bluesky', text, path),
    ...tooMuch({
      rule: 'bluesky/text/graphemes',
      path,
      what: 'The text',
      measured: graphemes,
      limit: limits.textGraphemes,
      fix: `Shorten it by ${graphemes - limits.textGraphemes.value} graphemes, or make it a thread.`,
    }),
    ...tooMuch({
      rule: 'bluesky/text/bytes',
      path,
      what: 'The text',
      measured: bytes,
      limit: limits.textBytes,
      fix: 'Use fewer emoji that are put together from several, or make it a thread.',
    }),
  ];
}

function checkContent(item: DraftItem, index: number, { quote }: BlueskyOptions): Finding[] {
  const path = ['items', index];
  const { text, media, link, poll } = item;
  const findings: Finding[] = [];
  if (text.trim() === '' && media.length === 0 && !link && !(quote && index === 0)) {
    findings.push({
      rule: 'bluesky/text/empty',
      severity: 'error',
      path: [...path, 'text'],
      message: 'The post says nothing and shows nothing.',
      fix: 'Write a text, or add an image, a video or a link.',
    });
  }
  if (poll) {
    findings.push({
      rule: 'bluesky/poll/unsupported',
      severity: 'error',
      path: [...path, 'poll'],
      message: 'Bluesky has no polls.',
      fix: 'Ask in the text, and let people answer in replies.',
    });
  }
  if (link && media.length === 0 && link.title === undefined) {
    findings.push({
      rule: 'bluesky/link/untitled',
      severity: 'warning',
      path: [...path, 'link', 'title'],
      message: "Bluesky makes no cards by itself, and this one would show the site's name only.",
      fix: "Give the link its page's title, description and image.",
    });
  }
  return findings;
}

function checkDraft({ contentWarning, replyTo }: Draft, options: BlueskyOptions): Finding[] {
  const findings: Finding[] = [];
  if (contentWarning !== undefined && options.labels.length === 0) {
    findings.push({
      rule: 'bluesky/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'Bluesky shows no content warning in words of your own, so this one is lost.',
      fix: 'Choose labels in the options, or begin the text with the warning.',
    });
  }
  if (replyTo && options.replies !== 'everyone') {
    findings.push({
      rule: 'bluesky/replies/not-our-thread',
      severity: 'warning',
      path: ['replies'],
      message: 'Only whoever opened a thread decides who may answer in it.',
      fix: 'Leave the option out, or open a thread of your own.',
    });
  }
  for (const [name, reference] of [
    ['replyTo', replyTo],
    ['quote', options.quote],
  ] as const) {
    if (!reference || /^at:\/\/[^/]+\/[^/]+\/[^/]+$/.test(reference.id)) continue;
    findings.push({
      rule: 'bluesky/reference/address',
      severity: 'error',
      path: [name, 'id'],
      message: `"${reference.id}" is not the address of a post on Bluesky.`,
      measured: reference.id,
      fix: 'Write it like at://did:plc:…/app.bsky.feed.post/….',
    });
  }
  return findings;
}

function checkTags({ tags }: BlueskyOptions, limits: BlueskyLimits): Finding[] {
  return tags.flatMap((tag, index) => [
    ...tooMuch({
      rule: 'bluesky/tags/graphemes',
      path: ['tags', index],
      what: 'The hashtag',
      measured: countGraphemes(tag),
      limit: limits.tagGraphemes,
      fix: 'Use a shorter one.',
    }),
    ...tooMuch({
      rule: 'bluesky/tags/bytes',
      path: ['tags', index],
      what: 'The hashtag',
      measured: utf8Length(tag),
      limit: limits.tagBytes,
      fix: 'Use a shorter one.',
    }),
  ]);
}
