import type { Finding, Limit, Media } from '@affiche/core';
import { countGraphemes } from './graphemes.ts';
import { tooMuch } from './limit-finding.ts';
import { isDisguised, sniffInlineMedia } from './media-type.ts';

/** What a network allows one file of a kind to be. */
export interface MediaRules {
  /** The platform's id, which rules begin with. */
  readonly platform: string;
  /** Size in bytes. */
  readonly bytes: Limit;
  /** Whether a type is taken. */
  readonly accepts: (mimeType: string) => boolean;
  /** The types that are taken, in words, for the fix. */
  readonly acceptable: string;
  /** Length of the text alternative, in graphemes; left out where the network shows none. */
  readonly alt?: Limit;
  /**
   * What a missing text alternative is; the people who need it cannot ask for it.
   *
   * @defaultValue 'error'
   */
  readonly missingAlt?: 'error' | 'warning';
  /** Whether subtitles go along; where they do not, somebody must know. */
  readonly captions?: boolean;
}

/** What is wrong with one file, by the rules of its network. */
export function checkMedia(media: Media, path: Finding['path'], rules: MediaRules): Finding[] {
  const { platform } = rules;
  const actual = sniffInlineMedia(media.source);
  return [
    ...(rules.accepts(media.mimeType)
      ? []
      : [
          {
            rule: `${platform}/media/type`,
            severity: 'error' as const,
            path: [...path, 'mimeType'],
            message: `The network does not take ${media.mimeType}.`,
            measured: media.mimeType,
            fix: `Convert it to ${rules.acceptable}.`,
            source: rules.bytes.source,
          },
        ]),
    ...(actual === undefined || !isDisguised(media.mimeType, actual)
      ? []
      : [
          {
            rule: `${platform}/media/disguise`,
            severity: 'error' as const,
            path: [...path, 'mimeType'],
            message: `The file says ${media.mimeType}, and its bytes are ${actual}.`,
            measured: actual,
            limit: media.mimeType,
            fix: 'Name the type that the bytes have, or convert the file.',
          },
        ]),
    ...tooMuch({
      rule: `${platform}/media/bytes`,
      path: [...path, 'bytes'],
      what: `The ${media.kind}`,
      measured: media.bytes,
      limit: rules.bytes,
      fix: 'Compress it or make it smaller.',
    }),
    ...checkAlt(media, path, rules),
    ...(rules.captions || !media.captions?.length
      ? []
      : [
          {
            rule: `${platform}/media/captions-lost`,
            severity: 'warning' as const,
            path: [...path, 'captions'],
            message: 'Subtitles are not sent along.',
            fix: 'Write them into the film, or add them on the website.',
          },
        ]),
  ];
}

function checkAlt(
  media: Media,
  path: Finding['path'],
  { platform, alt: limit, missingAlt = 'error' }: MediaRules,
): Finding[] {
  if (!limit) return checkUnheardAlt(media, path, platform);
  const { alt, kind } = media;
  if (alt === undefined) {
    return [
      {
        rule: `${platform}/media/alt-missing`,
        severity: missingAlt,
        path: [...path, 'alt'],
        message: `The ${kind} has no text alternative.`,
        fix: 'Say what it shows in a sentence; use an empty text only for decoration.',
      },
    ];
  }
  return tooMuch({
    rule: `${platform}/media/alt-length`,
    path: [...path, 'alt'],
    what: 'The text alternative',
    measured: countGraphemes(alt),
    limit,
    fix: 'Shorten the text alternative; details belong into the post.',
  });
}

/** Where the network has no field for it, the words are lost unless the text says them. */
function checkUnheardAlt({ alt }: Media, path: Finding['path'], platform: string): Finding[] {
  if (alt === undefined || alt === '') return [];
  return [
    {
      rule: `${platform}/media/alt-not-shown`,
      severity: 'info',
      path: [...path, 'alt'],
      message: 'The network has no text alternatives, so this one is not sent.',
      fix: 'Say in the text what matters of the picture.',
    },
  ];
}
