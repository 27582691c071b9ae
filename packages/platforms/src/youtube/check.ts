import type { Composition, Finding } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { withLink } from '../post-text.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { utf8Length } from '../utf8.ts';
import { checkFilm } from './check-media.ts';
import { checkChoices } from './check-choices.ts';
import type { YouTubeFacts } from './facts.ts';
import { youtubeLimits } from './limits.ts';
import { wordsOf } from './rules.ts';
import type { YouTubeOptions, YouTubeSettings } from './settings.ts';
import { tagsLength } from './tags.ts';

type YouTube = Composition<YouTubeOptions, YouTubeFacts>;

/** What stands between a draft and YouTube. */
export function check(composition: YouTube, settings: YouTubeSettings): Finding[] {
  const { draft } = composition;
  const comments = draft.replyTo ? draft.items : draft.items.slice(1);
  const [film] = draft.replyTo ? [] : draft.items;
  return [
    ...(film ? checkWords(composition, film) : []),
    ...(film ? checkFilm(film, composition.options) : []),
    ...comments.flatMap((item, index) =>
      checkComment(item, draft.items.length - comments.length + index),
    ),
    ...(film ? checkChoices(composition, settings) : []),
    ...checkUnoffered(draft, {
      platform: 'youtube',
      name: 'YouTube',
      follows: ['first-comment'],
      answers: true,
    }),
    ...checkDisclosure('youtube', draft),
  ];
}

function checkWords({ options }: YouTube, film: YouTube['draft']['items'][number]): Finding[] {
  const { title, description } = wordsOf(film, options);
  const path = ['items', 0, 'text'];
  const titlePath = options.title === undefined ? path : ['title'];
  const { titleCharacters, descriptionBytes, tagCharacters } = youtubeLimits;
  const findings = [
    ...checkWellFormed('youtube', `${title}\n${description}`, path),
    ...tooMuch({
      rule: 'youtube/title/length',
      path: titlePath,
      what: 'The title',
      measured: title.length,
      limit: titleCharacters,
      fix: 'Shorten it; without options.title it is the first line of the text.',
    }),
    ...tooMuch({
      rule: 'youtube/text/bytes',
      path,
      what: 'The description',
      measured: utf8Length(description),
      limit: descriptionBytes,
      fix: 'Shorten it; letters with accents take two bytes and emoji four and more.',
    }),
    ...tooMuch({
      rule: 'youtube/tags/length',
      path: ['tags'],
      what: 'The list of tags',
      measured: tagsLength(options.tags),
      limit: tagCharacters,
      fix: 'Leave some out; a tag with a space takes two more.',
    }),
  ];
  if (title.trim() === '') {
    findings.push({
      rule: 'youtube/title/missing',
      severity: 'error',
      path: titlePath,
      message: 'A film needs a title.',
      fix: 'Set options.title, or begin the text with it.',
      source: titleCharacters.source,
    });
  }
  for (const [name, text] of Object.entries({ title, description })) {
    if (!/[<>]/.test(text)) continue;
    findings.push({
      rule: `youtube/${name}/brackets`,
      severity: 'error',
      path: name === 'title' ? titlePath : path,
      message: `The ${name} holds < or >, which YouTube does not take.`,
      fix: 'Use other characters, such as ‹ and ›.',
      source: titleCharacters.source,
    });
  }
  return findings;
}

function checkComment(item: YouTube['draft']['items'][number], index: number): Finding[] {
  const path = ['items', index];
  const text = withLink(item);
  const findings = [
    ...checkWellFormed('youtube', text, [...path, 'text']),
    ...tooMuch({
      rule: 'youtube/comment/length',
      path: [...path, 'text'],
      what: 'The comment',
      measured: text.length,
      limit: youtubeLimits.commentCharacters,
      fix: 'Shorten it.',
    }),
  ];
  const tell = (rule: string, field: string, message: string, fix: string) => {
    findings.push({
      rule: `youtube/comment/${rule}`,
      severity: 'error',
      path: [...path, field],
      message,
      fix,
    });
  };
  if (text.trim() === '') tell('empty', 'text', 'The comment says nothing.', 'Write a text.');
  if (item.media.length > 0) {
    tell('media', 'media', 'A comment holds no files.', 'Leave them out.');
  }
  return findings;
}
