import type { DraftItem, Json, Step } from '@affiche/core';
import { invisibleStep } from '../invisible-step.ts';
import { uploadStep } from './embed.ts';

/** The steps that bring an item's files to the server, before anybody sees them. */
export function uploadSteps({ media, link }: DraftItem, item: number): Step[] {
  return [
    ...media.flatMap((each, index) => [
      each.kind === 'video'
        ? upload(uploadStep(item, index), 'upload-video', each)
        : upload(uploadStep(item, index), 'upload-blob', each),
      ...(each.captions ?? []).map(({ source }, caption) =>
        upload(uploadStep(item, `captions-${caption}`), 'upload-blob', {
          source,
          mimeType: 'text/vtt',
        }),
      ),
    ]),
    ...(media.length === 0 && link?.image
      ? [upload(uploadStep(item, 'card'), 'upload-blob', link.image)]
      : []),
  ];
}

function upload(
  id: string,
  kind: 'upload-blob' | 'upload-video',
  { source, mimeType }: { source: Json; mimeType: string },
): Step {
  const video = kind === 'upload-video';
  return invisibleStep(
    id,
    kind,
    { source, mimeType },
    {
      buckets: ['requests', video ? 'videos' : 'blobs'],
      timeoutSeconds: video ? 600 : 120,
      recognition: video ? 'handle' : 'none',
    },
  );
}
