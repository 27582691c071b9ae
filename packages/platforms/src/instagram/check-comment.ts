import type { Composition, DraftItem, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkWellFormed } from '../text-finding.ts';
import { utf8Length } from '../utf8.ts';
import type { InstagramFacts } from './facts.ts';
import { type InstagramLimits, publishing } from './limits.ts';
import type { InstagramOptions } from './options.ts';
import { captionOf, characters } from './rules.ts';

/** What is not a post is a comment or a message, and those are words alone here. */
export function checkComment(
  item: DraftItem,
  index: number,
  { draft, options }: Composition<InstagramOptions, InstagramFacts>,
  limits: InstagramLimits,
): Finding[] {
  const text = captionOf(item);
  const path = ['items', index, 'text'];
  const isMessage =
    draft.replyTo !== undefined && ['private-reply', 'message'].includes(options.answers);
  const shape = { path, text, limits };
  return [
    ...checkWellFormed('instagram', text, path),
    ...(isMessage ? checkMessageLength(shape) : checkCommentLength(shape)),
    ...(text.trim() === '' ? [nothingSaid(path)] : []),
    ...(item.media.length > 0 || item.poll ? [wordsAlone(item, index)] : []),
    ...(item.role !== 'first-comment' && !draft.replyTo ? [noThread(index)] : []),
  ];
}

interface Words {
  readonly text: string;
  readonly path: Finding['path'];
  readonly limits: InstagramLimits;
}

function checkMessageLength({ text, path, limits }: Words): Finding[] {
  return tooMuch({
    rule: 'instagram/text/length',
    path,
    what: 'The message',
    measured: utf8Length(text),
    limit: limits.messageBytes,
    fix: 'Shorten it.',
  });
}

function checkCommentLength({ text, path, limits }: Words): Finding[] {
  const measured = characters(text);
  const isLong = measured > limits.captionCharacters.value;
  return tooMuch({
    rule: 'instagram/text/length',
    path,
    what: 'The comment',
    measured,
    limit: isLong ? limits.captionCharacters : limits.commentCharacters,
    fix: 'Shorten it.',
  }).map((finding) => (isLong ? finding : { ...finding, severity: 'warning' }));
}

function nothingSaid(path: Finding['path']): Finding {
  return {
    rule: 'instagram/text/empty',
    severity: 'error',
    path,
    message: 'The comment says nothing.',
    fix: 'Write a text.',
  };
}

function wordsAlone({ poll }: DraftItem, index: number): Finding {
  return {
    rule: 'instagram/comment/words-alone',
    severity: 'error',
    path: ['items', index, poll ? 'poll' : 'media'],
    message: 'A comment or a message holds words alone.',
    fix: 'Put the files into the post.',
    source: publishing,
  };
}

function noThread(index: number): Finding {
  return {
    rule: 'instagram/thread/none',
    severity: 'warning',
    path: ['items', index, 'role'],
    message: 'Instagram has no threads: this goes out as a comment under the post.',
    fix: 'Call it a first-comment, or put everything into the caption.',
    source: publishing,
  };
}
