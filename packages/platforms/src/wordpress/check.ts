import type { Composition, DraftItem, Finding, Media } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import { checkMedia } from '../media-finding.ts';
import { checkDisclosure, checkWellFormed } from '../text-finding.ts';
import { checkOpening } from '../thread-order.ts';
import { checkUnoffered } from '../unoffered-finding.ts';
import { type Article, articleOf } from './article.ts';
import { readCommentId } from './comment-id.ts';
import type { WordPressFacts } from './facts.ts';
import { documentation, type WordPressLimits } from './limits.ts';
import type { WordPressOptions, WordPressSettings } from './settings.ts';
import { slugOf } from './slug.ts';

/** What stands between a draft and a blog. */
export function check(
  { draft, options, facts }: Composition<WordPressOptions, WordPressFacts>,
  limits: WordPressLimits,
  { missingAltText = 'error' }: WordPressSettings,
): Finding[] {
  const [first] = draft.items;
  const article = draft.replyTo || !first ? undefined : articleOf(first, options);
  return [
    ...draft.items.flatMap((item, index) => [
      ...checkWellFormed('wordpress', item.text, ['items', index, 'text']),
      ...checkWords(item, index),
      ...item.media.flatMap((each, position) =>
        checkFile(each, ['items', index, 'media', position], limits, missingAltText),
      ),
      ...(index > 0 || draft.replyTo ? checkComment(item, index) : []),
    ]),
    ...(article ? checkArticle(article, options, facts, limits) : []),
    ...checkUnoffered(draft, {
      platform: 'wordpress',
      name: 'WordPress',
      follows: ['first-comment', 'reply'],
      answers: true,
    }),
    ...(draft.replyTo && !readCommentId(draft.replyTo.id)
      ? [
          tell(
            'reply/unknown-comment',
            ['replyTo', 'id'],
            `"${draft.replyTo.id}" is no comment of a blog.`,
            'Name it as the inbox does, such as 12#comment-34.',
          ),
        ]
      : []),
    ...checkOpening('wordpress', draft),
    ...draft.items.flatMap(({ role }, index) =>
      index > 0 && role === 'reply' ? [noThread(index)] : [],
    ),
    ...checkDisclosure('wordpress', draft),
  ];
}

function noThread(index: number): Finding {
  const message = 'A blog has no threads: this will be a comment under the post.';
  const fix = 'Say first-comment if that is what you mean, or write it into the post.';
  const path = ['items', index, 'role'];
  return { rule: 'wordpress/thread/as-comment', severity: 'warning', path, message, fix };
}

const types =
  /^(?:image\/(?:jpeg|png|gif|webp)|video\/(?:mp4|quicktime|x-m4v|webm|ogg)|audio\/(?:mpeg|mp4|x-m4a|ogg|wav)|application\/(?:pdf|msword|vnd\.[\w.-]+))$/;

function checkFile(
  media: Media,
  path: Finding['path'],
  { uploadBytes }: WordPressLimits,
  missingAlt: 'error' | 'warning',
): Finding[] {
  const shown = media.kind === 'image' || media.kind === 'animation';
  return checkMedia(media, path, {
    platform: 'wordpress',
    bytes: uploadBytes,
    accepts: (type) => types.test(type),
    acceptable: 'JPEG, PNG, GIF, WebP, MP4, MP3 or PDF',
    alt: { value: Infinity, unit: 'characters', confidence: 'official', source: documentation },
    missingAlt: shown ? missingAlt : 'warning',
  });
}

function checkWords({ text, media, link }: DraftItem, index: number): Finding[] {
  if (text.trim() !== '' || media.length > 0 || link) return [];
  return [
    tell(
      'text/empty',
      ['items', index, 'text'],
      'The post says nothing and shows nothing.',
      'Write a text.',
    ),
  ];
}

/** A comment is text: its author is a reader among others. */
function checkComment({ media }: DraftItem, index: number): Finding[] {
  if (media.length === 0) return [];
  return [
    tell(
      'comment/media',
      ['items', index, 'media'],
      'A comment holds no files.',
      'Put them into the post.',
    ),
  ];
}

function checkArticle(
  { title, missing, content }: Article,
  { slug, status, scheduledAt }: WordPressOptions,
  { canPublish }: WordPressFacts,
  { slugCharacters }: WordPressLimits,
): Finding[] {
  const findings = missing.map((address) =>
    tell(
      'markdown/missing-image',
      ['items', 0, 'text'],
      `The text shows "${address}", which is neither among the media nor on the web.`,
      'Add the file to the media of the draft under this path, or name its whole address.',
    ),
  );
  if (content.trim() === '') {
    findings.push(
      tell(
        'text/nothing-left',
        ['items', 0, 'text'],
        'Nothing of the text is left once what runs is taken out of it.',
        'Write a text, without scripts and frames.',
      ),
    );
  }
  if (title.trim() === '') {
    findings.push(
      tell(
        'title/missing',
        ['title'],
        'The post has no title.',
        'Give it one, or begin the text with a heading.',
      ),
    );
  }
  if (slug !== undefined && slugOf(slug) !== slug) {
    findings.push(
      tell(
        'slug/characters',
        ['slug'],
        `WordPress would write "${slug}" in another way, and the post could not be found by it.`,
        `Use "${slugOf(slug)}".`,
      ),
    );
  }
  if (!canPublish && (status === 'publish' || status === 'private')) {
    findings.push(
      tell(
        'account/not-allowed',
        ['status'],
        'The user may not publish.',
        'Set the status to pending, or give the user the role of an author.',
      ),
    );
  }
  if (scheduledAt !== undefined && status !== 'publish') {
    findings.push(
      tell(
        'schedule/status',
        ['scheduledAt'],
        `A post that is ${status} is not published at any time.`,
        'Leave one of them out.',
      ),
    );
  }
  return [
    ...findings,
    ...tooMuch({
      rule: 'wordpress/slug/length',
      path: ['slug'],
      what: 'The slug',
      measured: slug?.length ?? 0,
      limit: slugCharacters,
      fix: 'Shorten it.',
    }),
  ];
}

function tell(aspect: string, path: Finding['path'], message: string, fix: string): Finding {
  return { rule: `wordpress/${aspect}`, severity: 'error', path, message, fix };
}
