import type { DraftItem, Json, Step } from '@affiche/core';
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
  return {
    id,
    kind,
    visibility: 'none',
    recognition: video ? 'handle' : 'none',
    needs: [],
    costs: [
      { bucket: 'requests', points: 1 },
      { bucket: video ? 'videos' : 'blobs', points: 1 },
    ],
    timeoutSeconds: video ? 600 : 120,
    settleSeconds: 0,
    request: { source, mimeType },
  };
}
