import { type Composition, epochMilliseconds, type Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import type { FacebookFacts } from './facts.ts';
import type { FacebookLimits } from './limits.ts';
import { isFilm, isPrivate } from './rules.ts';
import type { FacebookOptions } from './settings.ts';

type Composed = Composition<FacebookOptions, FacebookFacts>;

/** What a publication asks of Facebook that does not go together. */
export function checkChoices(composition: Composed, limits: FacebookLimits): Finding[] {
  return [
    ...checkFormat(composition),
    ...checkCards(composition, limits),
    ...checkSchedule(composition, limits),
    ...checkMessages(composition),
    ...checkTasks(composition),
  ];
}

function checkMessages(composition: Composed): Finding[] {
  if (!isPrivate(composition)) return [];
  const { items } = composition.draft;
  const findings: Finding[] = [];
  const filed = items.findIndex(({ media }) => media.length > 0);
  if (filed >= 0) {
    findings.push({
      rule: 'facebook/message/words-alone',
      severity: 'error',
      path: ['items', filed, 'media'],
      message: 'A message is sent with words alone here.',
      fix: 'Link to the file, or answer in public.',
    });
  }
  if (composition.options.answers === 'private-reply' && items.length > 1) {
    findings.push({
      rule: 'facebook/message/once',
      severity: 'error',
      path: ['items', 1],
      message: 'A comment is answered in private once.',
      fix: 'Say everything in one message.',
    });
  }
  return findings;
}

function checkFormat({ draft, options: { format } }: Composed): Finding[] {
  const [first] = draft.items;
  if (format === 'post' || !first) return [];
  const films = first.media.filter(isFilm).length;
  const fits = first.media.length === 1 && (format === 'story' || films === 1);
  const findings: Finding[] = [];
  if (!fits) {
    findings.push({
      rule: `facebook/${format}/media`,
      severity: 'error',
      path: ['items', 0, 'media'],
      message: format === 'reel' ? 'A reel is one film.' : 'A story is one picture or one film.',
      fix: 'Keep one file, or make it a post.',
    });
  }
  if (format === 'story' && (first.text.trim() !== '' || first.link)) {
    findings.push({
      rule: 'facebook/story/text',
      severity: 'warning',
      path: ['items', 0, 'text'],
      message: 'A story shows no text beside its picture, so that this one is lost.',
      fix: 'Write it into the picture.',
    });
  }
  if (format === 'story' && draft.items.length > 1) {
    findings.push({
      rule: 'facebook/story/comments',
      severity: 'error',
      path: ['items', 1],
      message: 'Nobody comments on a story.',
      fix: 'Make it a post, or leave the comment out.',
    });
  }
  return findings;
}

function checkCards({ draft, options: { cards, format } }: Composed, limits: FacebookLimits) {
  if (!cards) return [];
  const [first] = draft.items;
  const findings: Finding[] = tooMuch({
    rule: 'facebook/cards/count',
    path: ['cards'],
    what: 'The post',
    measured: cards.length,
    limit: limits.cards,
    fix: 'Keep the best ones.',
  });
  if (cards.length < 2 || !first?.link || first.media.length > 0 || format !== 'post') {
    findings.push({
      rule: 'facebook/cards/without-link',
      severity: 'error',
      path: ['cards'],
      message: 'Cards, two of them at least, stand beside the link of a post without files.',
      fix: 'Give the post a link, and put pictures on the cards.',
    });
  }
  return findings;
}

/** The documented window, as far as anybody knows what time it is: facts tell when they were read. */
function checkSchedule(
  { draft, options: { scheduledAt, format }, facts: { readAt } }: Composed,
  { scheduleMinSeconds, scheduleSeconds }: FacebookLimits,
): Finding[] {
  if (scheduledAt === undefined) return [];
  const path = ['scheduledAt'];
  const fix = 'Leave scheduledAt out: the publisher keeps the time itself.';
  const findings: Finding[] = [];
  if (format === 'story' || draft.items.length > 1 || draft.replyTo) {
    findings.push({
      rule: 'facebook/schedule/alone',
      severity: 'error',
      path,
      message: 'Facebook keeps posts and reels for later, and neither stories nor comments.',
      fix,
    });
  }
  if (readAt === undefined) return findings;
  const ahead = (epochMilliseconds(scheduledAt) - epochMilliseconds(readAt)) / 1000;
  const near = ahead < scheduleMinSeconds.value;
  if (!near && ahead <= scheduleSeconds.value) return findings;
  findings.push({
    rule: near ? 'facebook/schedule/near' : 'facebook/schedule/far',
    // What is too far today may be near enough tomorrow.
    severity: near ? 'error' : 'warning',
    path,
    message: 'Facebook keeps posts for 10 minutes at least and 30 days at most.',
    measured: Math.round(ahead),
    limit: near ? scheduleMinSeconds.value : scheduleSeconds.value,
    unit: 'seconds ahead',
    fix,
    source: scheduleSeconds.source,
  });
  return findings;
}

function checkTasks({ draft, facts: { tasks } }: Composed): Finding[] {
  if (!tasks) return [];
  const wanted = draft.replyTo
    ? ['MODERATE']
    : ['CREATE_CONTENT', ...(draft.items.length > 1 ? ['MODERATE'] : [])];
  const missing = wanted.filter((task) => !tasks.includes(task));
  if (missing.length === 0) return [];
  return [
    {
      rule: 'facebook/account/tasks',
      severity: 'error',
      path: ['account', 'id'],
      message: `The person behind the token lacks on this page: ${missing.join(', ')}.`,
      measured: tasks.join(', ') || 'no task',
      fix: 'Let somebody who runs the page give the person more access.',
      source: { url: 'https://developers.facebook.com/docs/pages-api', verifiedAt: '2026-11-21' },
    },
  ];
}
