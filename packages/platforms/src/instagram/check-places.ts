import type { Composition, Finding } from '@affiche/core';
import type { InstagramFacts } from './facts.ts';
import { userMedia } from './limits.ts';
import type { InstagramOptions } from './options.ts';

/** People and things stand somewhere in a picture, and nowhere in a film. */
export function checkPlaces({
  draft,
  options,
}: Composition<InstagramOptions, InstagramFacts>): Finding[] {
  const media = draft.items[0]?.media ?? [];
  return (['tags', 'products'] as const).flatMap((name) =>
    options[name].flatMap((each, index): Finding[] => {
      const path = [name, index];
      const file = media[each.media];
      if (!file) {
        return [place(path, `The post has no file ${each.media}.`, 'Count the files from 0.')];
      }
      const isPlaced = each.x !== undefined && each.y !== undefined;
      if (file.kind !== 'video' && !isPlaced) {
        return [place(path, 'A tag in a picture has a place.', 'Give x and y, from 0 to 1.')];
      }
      if (file.kind === 'video' && (each.x !== undefined || each.y !== undefined)) {
        return [place(path, 'A tag in a film has no place.', 'Leave x and y out.')];
      }
      return [];
    }),
  );
}

function place(path: Finding['path'], message: string, fix: string): Finding {
  return {
    rule: 'instagram/tags/place',
    severity: 'error',
    path,
    message,
    fix,
    source: userMedia,
  };
}
