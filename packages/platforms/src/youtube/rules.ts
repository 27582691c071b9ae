import type { DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';
import type { YouTubeOptions } from './settings.ts';

/** What stands below a film, and above it. */
export interface Words {
  readonly title: string;
  readonly description: string;
}

/** The title that was asked for, or else the first line of the text; and the text, or the rest of it. */
export function wordsOf(item: DraftItem, { title }: YouTubeOptions): Words {
  const text = withLink(item);
  if (title !== undefined) return { title, description: text };
  const end = text.indexOf('\n');
  if (end < 0) return { title: text, description: '' };
  return { title: text.slice(0, end).trim(), description: text.slice(end + 1).trim() };
}

/** Whether YouTube will show a film as a Short: it is upright or square, and short. */
export function isShort({ media: [film] }: DraftItem, seconds: number): boolean {
  const { width, height, durationSeconds } = film ?? {};
  if (width === undefined || height === undefined || durationSeconds === undefined) return false;
  return height >= width && durationSeconds <= seconds;
}

/** Where people see a film. */
export function videoUrl(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`;
}
