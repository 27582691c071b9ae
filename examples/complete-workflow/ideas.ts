import { basename } from 'node:path';
import { Draft, type Finding, type Media, WallTime, type Zone } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import { imageSize } from 'image-size';
import { z } from 'zod';
import { readBytes, readCsv } from './files.ts';

/** What the file of ideas says, and what is wrong with it. */
export interface Ideas {
  readonly ideas: Idea[];
  readonly findings: Finding[];
}

/**
 * Reads ideas from CSV: one per row, the posts of a thread separated by a line of `---`,
 * images in the folder `images` beside the file.
 */
export async function readIdeas(file: string, images: string, zone: Zone): Promise<Ideas> {
  const ideas: Idea[] = [];
  const findings: Finding[] = [];
  for (const [index, row] of (await readCsv(file)).entries()) {
    const problem = problemOf(row, textsOf(row));
    const idea = problem ? undefined : await readIdea(row, images, zone);
    if (idea?.success) ideas.push(idea.data);
    const problems = problem ? [problem] : (idea?.error?.issues ?? []).map(malformed);
    findings.push(
      ...problems.map((each) => ({
        ...each,
        path: [basename(file), `row ${index + 2}`, ...each.path],
      })),
    );
  }
  return { ideas, findings };
}

const IdeaRow = z.object({
  draft: Draft,
  platforms: z.array(z.string()).optional(),
  notBefore: WallTime.optional(),
  deadline: WallTime.optional(),
});

async function readIdea(row: Readonly<Record<string, string>>, images: string, zone: Zone) {
  const media = row['image'] ? [await readImage(images, row['image'], row['alt'])] : [];
  const { id, language, pillar, networks, notBefore, deadline } = row;
  return IdeaRow.safeParse({
    draft: {
      id,
      language,
      pillar,
      // What belongs to the idea as a whole stands with its first post.
      items: textsOf(row).map((text, position) =>
        position === 0 ? { text, media, ...readLink(row) } : { text, role: 'reply' },
      ),
    },
    platforms: networks ? networks.split(' ') : undefined,
    notBefore: notBefore ? { date: notBefore, time: '00:00', zone } : undefined,
    deadline: deadline ? { date: deadline, time: '23:59', zone } : undefined,
  });
}

function textsOf(row: Readonly<Record<string, string>>): string[] {
  return (row['text'] ?? '').split(/\n---\n/).map((text) => text.trim());
}

function malformed({ path, message }: z.core.$ZodIssue): Finding {
  return {
    rule: 'ideas/row/malformed',
    severity: 'error',
    path: path.map((part) => (typeof part === 'symbol' ? '' : part)),
    message: `The row cannot be read: ${message}.`,
    fix: 'Correct the cell, or delete the row.',
  };
}

function readLink(row: Readonly<Record<string, string>>): { link?: Record<string, unknown> } {
  const { link: url, linkTitle: title, linkDescription: description } = row;
  if (!url) return {};
  return { link: { url, ...(title ? { title } : {}), ...(description ? { description } : {}) } };
}

async function readImage(folder: string, name: string, alt: string | undefined): Promise<Media> {
  const path = `${folder}/${name}`;
  const bytes = await readBytes(path);
  const { width, height, type } = imageSize(bytes);
  return {
    source: { path },
    kind: 'image',
    mimeType: `image/${type === 'jpg' ? 'jpeg' : type}`,
    bytes: bytes.byteLength,
    width,
    height,
    ...(alt ? { alt } : {}),
  };
}

function problemOf(
  row: Readonly<Record<string, string>>,
  texts: readonly string[],
): Finding | undefined {
  if (texts.includes('')) {
    return {
      rule: 'ideas/text/missing',
      severity: 'error',
      path: ['text'],
      message: `The idea "${row['id']}" has a post without text.`,
      fix: 'Write its text, or delete the row.',
    };
  }
  if (row['image'] && !row['alt']) {
    return {
      rule: 'ideas/image/alt-missing',
      severity: 'error',
      path: ['alt'],
      message: `The picture ${row['image']} of the idea "${row['id']}" has no text alternative.`,
      fix: 'Say in the column alt what it shows, for those who cannot see it.',
    };
  }
  return undefined;
}
