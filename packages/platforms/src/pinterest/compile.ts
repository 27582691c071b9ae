import type { Composition, DraftItem, Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { outputOf, referencedSteps } from '../output-reference.ts';
import type { PinterestFacts } from './facts.ts';
import { altOf, isFilm, titleOf } from './rules.ts';
import type { PinterestOptions, PinterestSettings } from './settings.ts';

/** Turns a draft into steps: a film first, then the pin that shows it. */
export function compile(
  { draft, options }: Composition<PinterestOptions, PinterestFacts>,
  settings: PinterestSettings,
): Step[] {
  return draft.items.flatMap((item, index) => {
    const films = item.media.length === 1 ? item.media.filter(isFilm) : [];
    return [
      ...films.map(({ source, mimeType }) =>
        invisibleStep(
          `upload-${index}`,
          'upload-video',
          { source, mimeType },
          { buckets: ['requests', 'writes'], timeoutSeconds: 600, recognition: 'handle' },
        ),
      ),
      pinStep(item, index, options, settings),
    ];
  });
}

function pinStep(
  item: DraftItem,
  index: number,
  options: PinterestOptions,
  { settleSeconds = 30 }: PinterestSettings,
): Step {
  const request = { body: bodyOf(item, options), shown: shownOf(item, index, options) };
  return {
    id: `pin-${index}`,
    kind: 'create-pin',
    item: index,
    visibility: 'public',
    recognition: 'lookup',
    needs: referencedSteps(request),
    costs: ['requests', 'writes'].map((bucket) => ({ bucket, points: 1 })),
    timeoutSeconds: 120,
    settleSeconds,
    request,
  };
}

function bodyOf(item: DraftItem, options: PinterestOptions): Record<string, Json> {
  const { text, link, media } = item;
  const { board = '', section, dominantColor } = options;
  const fields = {
    board_section_id: section,
    title: titleOf(item, options),
    description: text === '' ? undefined : text,
    link: link?.url,
    alt_text: altOf(media),
    dominant_color: dominantColor,
  };
  const given = Object.entries(fields).filter((each): each is [string, string] => Boolean(each[1]));
  return { board_id: board, ...Object.fromEntries(given) };
}

function shownOf({ media }: DraftItem, index: number, options: PinterestOptions): Json {
  const [first] = media;
  if (!first) return null;
  const files = media.map(({ source, mimeType }) => ({ source, mimeType }));
  if (media.length > 1) {
    const { slides = [], firstSlide } = options;
    return {
      kind: 'carousel',
      slides: files.map((file, position) => ({ ...file, ...defined(slides[position] ?? {}) })),
      ...(firstSlide !== undefined && { index: firstSlide }),
    };
  }
  if (!isFilm(first)) return { kind: 'image', file: files[0] ?? null };
  const cover = options.cover ?? { atSeconds: 0 };
  return { kind: 'video', id: outputOf(`upload-${index}`, 'id'), cover };
}

function defined(slide: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(slide).filter((each): each is [string, string] => each[1] !== undefined),
  );
}
