import type { Composition, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import type { ThreadsFacts } from './facts.ts';
import type { ThreadsLimits } from './limits.ts';
import { outgoingText } from './rules.ts';
import type { ThreadsOptions } from './settings.ts';

type Threads = Composition<ThreadsOptions, ThreadsFacts>;

/** What a publication asks of Threads that does not go together, or is more than its day holds. */
export function checkChoices(composition: Threads, limits: ThreadsLimits): Finding[] {
  return [
    ...checkTopic(composition.options, limits),
    ...checkTextOnly(composition, limits),
    ...checkRanges(composition, limits),
    ...checkQuota(composition),
  ];
}

function checkTopic({ topic }: ThreadsOptions, { topicCharacters }: ThreadsLimits): Finding[] {
  if (topic === undefined) return [];
  const findings = tooMuch({
    rule: 'threads/topic/length',
    path: ['topic'],
    what: 'The topic',
    measured: Array.from(topic).length,
    limit: topicCharacters,
    fix: 'Shorten it.',
  });
  if (!/[.&]/.test(topic)) return findings;
  return [
    ...findings,
    {
      rule: 'threads/topic/characters',
      severity: 'error',
      path: ['topic'],
      message: 'A topic holds no full stop and no ampersand.',
      measured: topic,
      fix: 'Leave them out.',
      source: topicCharacters.source,
    },
  ];
}

function checkTextOnly({ draft, options }: Threads, limits: ThreadsLimits): Finding[] {
  const findings = tooMuch({
    rule: 'threads/long-text/length',
    path: ['longText'],
    what: 'The long text',
    measured: Array.from(options.longText ?? '').length,
    limit: limits.longTextCharacters,
    fix: 'Shorten it.',
  });
  const [first] = draft.items;
  for (const [name, asked] of [
    ['long-text', options.longText !== undefined],
    ['ghost', options.ghost],
    ['giphy', options.giphy !== undefined],
  ] as const) {
    if (!asked || !first?.media.length) continue;
    findings.push({
      rule: `threads/${name}/with-media`,
      severity: 'error',
      path: [name === 'long-text' ? 'longText' : name],
      message: 'Threads offers this for posts without media only.',
      fix: 'Put the media into a reply.',
      source: limits.longTextCharacters.source,
    });
  }
  if (draft.contentWarning !== undefined) {
    findings.push({
      rule: 'threads/content-warning/not-shown',
      severity: 'warning',
      path: ['contentWarning'],
      message: 'Threads veils media, and does not show the words of the warning.',
      fix: 'Begin the text with the warning.',
    });
  }
  return findings;
}

/** What is written in another way, or veiled, must be there. */
function checkRanges(
  { draft, options }: Threads,
  { longTextCharacters }: ThreadsLimits,
): Finding[] {
  const { longText = '', longTextStyles, longTextLink, spoilers } = options;
  const text = draft.items[0] ? outgoingText(draft.items[0]) : '';
  const outside = (name: string, whole: string, ranges: typeof spoilers): Finding[] => {
    const measured = Math.max(0, ...ranges.map(({ offset, length }) => offset + length));
    const limit = Array.from(whole).length;
    if (measured <= limit) return [];
    return [
      {
        rule: 'threads/range/outside',
        severity: 'error',
        path: [name],
        message: `A part ends at character ${measured}, and the text has ${limit}.`,
        measured,
        limit,
        unit: 'characters',
        fix: 'Count the characters again.',
        source: longTextCharacters.source,
      },
    ];
  };
  const findings = [
    ...outside('longTextStyles', longText, longTextStyles),
    ...outside('spoilers', text, spoilers),
  ];
  if (longText !== '' || longTextLink === undefined) return findings;
  findings.push({
    rule: 'threads/long-text/missing',
    severity: 'error',
    path: ['longTextLink'],
    message: 'The link stands with a long text, and there is none.',
    fix: 'Give the draft the link, or write a long text.',
  });
  return findings;
}

function checkQuota({ draft, facts }: Threads): Finding[] {
  const replies = draft.items.length - (draft.replyTo ? 0 : 1);
  const wanted = { posts: draft.items.length - replies, replies };
  return (['posts', 'replies'] as const).flatMap((kind): Finding[] => {
    const { used, total } = facts[kind];
    if (wanted[kind] === 0 || used + wanted[kind] <= total) return [];
    const never = wanted[kind] > total;
    return [
      {
        rule: `threads/quota/${kind}`,
        severity: never ? 'error' : 'warning',
        path: ['items'],
        message: `The account has published ${used} of the ${total} ${kind} that it may in 24 hours${facts.readAt ? `, as of ${facts.readAt}` : ''}.`,
        measured: used + wanted[kind],
        limit: total,
        unit: kind,
        fix: never ? 'Make the thread shorter.' : 'Publish it later; it waits for room otherwise.',
      },
    ];
  });
}
