import { type AnyPlatform, Draft, type Finding, Json, WallTime, type Zone } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import { z } from 'zod';
import { columnOf } from './idea-columns.ts';
import { readMedia } from './idea-media.ts';
import { readOptions } from './idea-options.ts';
import type { Row } from './table.ts';

/** What an idea is read with. */
export interface IdeaContext {
  /** The folder of its pictures. */
  readonly images: string;
  readonly zone: Zone;
  /** The networks of the project, which say what their options may be. */
  readonly platforms: readonly AnyPlatform[];
}

const IdeaFields = z.object({
  draft: Draft,
  platforms: z.array(z.string()).optional(),
  notBefore: WallTime.optional(),
  deadline: WallTime.optional(),
  pinnedAt: WallTime.optional(),
  value: z.number().positive().optional(),
  options: z.record(z.string(), z.record(z.string(), Json)).optional(),
});

/**
 * Reads one idea from named texts. The posts of a thread are separated by a line of `---`; several
 * pictures and their text alternatives by `|`; networks by spaces or `|`.
 */
export async function readIdea(
  fields: Row,
  { images, zone, platforms }: IdeaContext,
): Promise<{ readonly idea: Idea } | { readonly findings: readonly Finding[] }> {
  const texts = (fields['text'] ?? '').split(/\r?\n---+\r?\n/).map((text) => text.trim());
  const media = await readMedia(
    images,
    list(fields['image'], /[|;,\n]/),
    list(fields['alt'], /\|/),
  );
  if ('findings' in media) return media;
  const { options, findings } = readOptions(fields, platforms);
  if (findings.length > 0) return { findings };
  const { id, language, pillar, campaign, audience, author, disclosure, contentWarning } = fields;
  const comment = fields['firstComment'];
  const link = fields['link'] && {
    url: fields['link'],
    title: fields['linkTitle'] || undefined,
    description: fields['linkDescription'] || undefined,
  };
  const read = IdeaFields.safeParse(
    filled({
      draft: filled({
        id,
        language,
        pillar,
        campaign,
        audience,
        author,
        disclosure,
        contentWarning,
        // What belongs to the idea as a whole stands with its first post.
        items: [
          ...texts.map((text, position) =>
            position === 0 ? filled({ text, media: media.media, link }) : { text, role: 'reply' },
          ),
          ...(comment ? [{ text: comment, role: 'first-comment' }] : []),
        ],
      }),
      platforms: list(fields['networks'] ?? fields['platforms']),
      notBefore: wallTime(fields['notBefore'], zone, '00:00'),
      deadline: wallTime(fields['deadline'], zone, '23:59'),
      pinnedAt: wallTime(fields['pinnedAt'], zone, '12:00'),
      value: fields['value'] ? Number(fields['value']) : undefined,
      options: Object.keys(options).length > 0 ? options : undefined,
    }),
  );
  const isEmpty = texts.includes('') && media.media.length === 0;
  if (isEmpty) return { findings: [noText(id)] };
  if (read.success) return { idea: read.data };
  return { findings: read.error.issues.map((issue) => malformed(issue, id)) };
}

function list(text: string | undefined, separator = /[\s|;,]+/): string[] | undefined {
  const parts = (text ?? '').split(separator).map((part) => part.trim());
  return parts.some((part) => part !== '') ? parts.filter((part) => part !== '') : undefined;
}

/** A day, or a day and a time, on the walls of the strategy's zone. */
function wallTime(text: string | undefined, zone: Zone, usual: string) {
  if (!text) return undefined;
  const [date, time = usual] = text.split(/[ T]/);
  return { date, time, zone };
}

function filled<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== ''),
  ) as Value;
}

function noText(id: string | undefined): Finding {
  return {
    rule: 'project/ideas/no-text',
    severity: 'error',
    path: ['text'],
    message: `The idea "${id ?? ''}" has a post without text.`,
    fix: 'Write its text, or delete it.',
  };
}

function malformed({ path, message }: z.core.$ZodIssue, id: string | undefined): Finding {
  return {
    rule: 'project/ideas/malformed',
    severity: 'error',
    path: [columnOf(path.map((part) => (typeof part === 'symbol' ? '' : part))) ?? 'id'],
    message: `The idea "${id ?? ''}" cannot be read: ${message}.`,
    fix: 'Correct this, or delete the idea.',
  };
}
