import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError, type Publication } from '@affiche/core';
import { mediaHash } from '../media/media-hash.ts';
import type { RunnerContext } from './context.ts';

/** A way into the world that refuses a media file which is not the one that was approved. */
export function withApprovedMedia(
  context: RunnerContext,
  { draft }: Pick<Publication, 'draft'>,
): RunnerContext {
  const approved = draft.items.flatMap(({ media }) => media).filter(({ sha256 }) => sha256);
  if (approved.length === 0) return context;
  return {
    ...context,
    async openMedia(source) {
      const bytes = await context.openMedia(source);
      const known = approved.find((each) => isDeepStrictEqual(each.source, source));
      if (!known || mediaHash(bytes) === known.sha256) return bytes;
      throw new ConfigurationError('media-changed', {
        message: 'a media file is not the one that was approved: its bytes were changed',
        hint: 'Put the old file back, or probe the new one and have it approved.',
        details: { approved: known.sha256 },
      });
    },
  };
}
