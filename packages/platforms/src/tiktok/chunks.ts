import { tiktokLimits } from './limits.ts';

/** How a film is cut for its upload. */
export interface ChunkPlan {
  readonly size: number;
  readonly chunkSize: number;
  readonly count: number;
}

/**
 * Cuts a film as TikTok wants it: equal chunks, of which the last takes the remainder too; below the
 * smallest chunk it goes in one.
 *
 * @param size - Bytes of the film.
 * @param wanted - Bytes of a chunk; brought into what is allowed.
 * @see {@link https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide | TikTok: media transfer} (2026-11-21)
 */
export function planChunks(size: number, wanted: number): ChunkPlan {
  const { chunkMinBytes, chunkMaxBytes, chunks } = tiktokLimits;
  const fewEnough = Math.ceil(size / chunks.value);
  const allowed = Math.min(
    chunkMaxBytes.value,
    Math.max(chunkMinBytes.value, Math.floor(wanted), fewEnough),
  );
  if (size <= allowed) return { size, chunkSize: size, count: 1 };
  return { size, chunkSize: allowed, count: Math.floor(size / allowed) };
}

/** The first and the last byte of the chunk that begins at an offset. */
export function chunkAt({ size, chunkSize, count }: ChunkPlan, offset: number): [number, number] {
  const number = Math.min(count - 1, Math.floor(offset / chunkSize));
  const first = number * chunkSize;
  return [first, number === count - 1 ? size - 1 : first + chunkSize - 1];
}
