import { isRecord } from '../http/body-fields.ts';
import type { Bluesky } from './context.ts';
import { isBlob } from './record-checks.ts';

/** An embed as feeds show it: blobs become addresses, everything else stays. */
export function embedView(bluesky: Bluesky, did: string, embed: unknown): unknown {
  if (!isRecord(embed)) return undefined;
  const address = (blob: unknown) =>
    isBlob(blob)
      ? `${bluesky.url()}/xrpc/com.atproto.sync.getBlob?did=${encodeURIComponent(did)}&cid=${blob.ref.$link}`
      : '';
  switch (embed['$type']) {
    case 'app.bsky.embed.images': {
      // A missing ratio leaves no trace in JSON.
      const images = records(embed['images']).map(({ image, alt, aspectRatio }) => ({
        thumb: address(image),
        fullsize: address(image),
        alt,
        aspectRatio,
      }));
      return { $type: 'app.bsky.embed.images#view', images };
    }
    case 'app.bsky.embed.external': {
      const { thumb, ...external } = isRecord(embed['external']) ? embed['external'] : {};
      return {
        $type: 'app.bsky.embed.external#view',
        external: { ...external, ...(thumb === undefined ? {} : { thumb: address(thumb) }) },
      };
    }
    case 'app.bsky.embed.video': {
      const { video, alt, aspectRatio } = embed;
      return {
        $type: 'app.bsky.embed.video#view',
        cid: isBlob(video) ? video.ref.$link : '',
        playlist: address(video),
        ...(alt === undefined ? {} : { alt }),
        ...(aspectRatio === undefined ? {} : { aspectRatio }),
      };
    }
    default:
      return undefined;
  }
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
