import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Draft, type Finding, type Media, WallTime, type Zone } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import { imageSize } from 'image-size';
import { readCsv } from './files.ts';

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
    const texts = (row['text'] ?? '').split(/\n---\n/).map((text) => text.trim());
    const problem = problemOf(row, texts);
    if (problem) {
      findings.push({ ...problem, path: [basename(file), `row ${index + 2}`, ...problem.path] });
      continue;
    }
    const media = row['image'] ? [await readImage(images, row['image'], row['alt'])] : [];
    ideas.push({
      draft: Draft.parse({
        id: row['id'],
        language: row['language'],
        pillar: row['pillar'],
        // What belongs to the idea as a whole stands with its first post.
        items: texts.map((text, position) =>
          position === 0 ? { text, media, ...readLink(row) } : { text, role: 'reply' },
        ),
      }),
      ...(row['networks'] ? { platforms: row['networks'].split(' ') } : {}),
      ...(row['notBefore'] ? { notBefore: at(row['notBefore'], '00:00', zone) } : {}),
      ...(row['deadline'] ? { deadline: at(row['deadline'], '23:59', zone) } : {}),
    });
  }
  return { ideas, findings };
}

function at(date: string, time: string, zone: Zone): WallTime {
  return WallTime.parse({ date, time, zone });
}

function readLink(row: Readonly<Record<string, string>>): { link?: Record<string, unknown> } {
  const { link: url, linkTitle: title, linkDescription: description } = row;
  if (!url) return {};
  return { link: { url, ...(title ? { title } : {}), ...(description ? { description } : {}) } };
}

async function readImage(folder: string, name: string, alt: string | undefined): Promise<Media> {
  const path = `${folder}/${name}`;
  const bytes = await readFile(path);
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
