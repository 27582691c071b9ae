import type { Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { checkAttachments } from './check-media.ts';
import { checkPollOf } from './check-poll.ts';
import { redditLimits } from './limits.ts';
import { countCharacters, isComment, type RedditComposition, titleOf, wordsOf } from './rules.ts';
import type { RedditSettings } from './settings.ts';

/** What stands between a draft and Reddit. */
export function check(composition: RedditComposition, settings: RedditSettings): Finding[] {
  const { draft, options } = composition;
  return [
    ...(isComment(composition, 0) ? checkEdit(composition) : checkPost(composition, settings)),
    ...draft.items.flatMap((item, index) => [
      ...checkWords(composition, index, settings),
      ...checkPollOf(composition, index, settings),
      ...(isComment(composition, index)
        ? checkBare(composition, index)
        : checkAttachments(item, index, options, settings)),
    ]),
    ...checkOpening('reddit', draft),
    ...checkUnoffered(draft, {
      platform: 'reddit',
      name: 'Reddit',
      follows: ['reply', 'first-comment'],
      answers: true,
      polls: true,
    }),
    ...checkDisclosure('reddit', draft),
  ];
}

function checkPost(
  { draft, options, facts }: RedditComposition,
  settings: RedditSettings,
): Finding[] {
  const { subreddit, flair } = options;
  const [first] = draft.items;
  const title = first ? titleOf(first, options) : '';
  const community = facts.communities?.find(
    ({ name }) => name.toLowerCase() === subreddit?.toLowerCase(),
  );
  const { titleCharacters } = redditLimits(settings);
  const findings = [
    ...checkWellFormed('reddit', title, ['title']),
    ...tooMuch({
      rule: 'reddit/title/length',
      path: ['title'],
      what: 'The title',
      measured: countCharacters(title),
      limit: titleCharacters,
      fix: 'Shorten it.',
    }),
  ];
  if (subreddit === undefined) {
    findings.push(
      error(
        'subreddit/missing',
        'subreddit',
        'A post goes to a community, and none is named.',
        'Set options.subreddit.',
      ),
    );
  }
  if (title.trim() === '') {
    findings.push(
      error(
        'title/missing',
        'title',
        'A post has a title, and there is none.',
        'Set options.title.',
      ),
    );
  }
  if (community?.flairRequired === true && !flair) {
    const known = community.flairs.map(({ id, text }) => `${text ?? ''} ${id}`.trim()).join(', ');
    findings.push(
      error(
        'flair/missing',
        'flair',
        `r/${community.name} wants every post to have a flair.`,
        `Choose one of: ${known}.`,
      ),
    );
  }
  if (community && flair && !community.flairs.some(({ id }) => id === flair.id)) {
    findings.push(
      error(
        'flair/unknown',
        'flair',
        `r/${community.name} has no flair ${flair.id}.`,
        'Choose one of its flairs.',
      ),
    );
  }
  return findings;
}

function checkEdit({ draft, options }: RedditComposition): Finding[] {
  if (!options.edits || draft.items.length === 1) return [];
  return [
    error('edit/one', 'edits', 'One text is written anew with one item.', 'Leave the others out.'),
  ];
}

function checkWords(
  composition: RedditComposition,
  index: number,
  settings: RedditSettings,
): Finding[] {
  const item = composition.draft.items[index];
  if (!item) return [];
  const { textCharacters, commentCharacters } = redditLimits(settings);
  const comment = isComment(composition, index);
  const words = wordsOf(item, comment);
  const path = ['items', index, 'text'];
  // What is written anew may be a post, of which nothing here tells.
  const long = !comment || composition.options.edits !== undefined;
  const findings = [
    ...checkWellFormed('reddit', item.text, path),
    ...tooMuch({
      rule: 'reddit/text/length',
      path,
      what: comment ? 'The comment' : 'The text',
      measured: countCharacters(words),
      limit: long ? textCharacters : commentCharacters,
      fix: 'Shorten it, or go on in a comment.',
    }),
  ];
  const empty = comment && words.trim() === '';
  if (empty) findings.push(error('text/missing', 'items', 'A comment needs words.', 'Write some.'));
  return findings;
}

function checkBare({ draft }: RedditComposition, index: number): Finding[] {
  if (draft.items[index]?.media.length === 0) return [];
  return [
    error(
      'comment/media',
      'items',
      'A comment is text: its files cannot be sent.',
      'Put them into the post.',
    ),
  ];
}

function error(rule: string, field: string, message: string, fix: string): Finding {
  return { rule: `reddit/${rule}`, severity: 'error', path: [field], message, fix };
}
