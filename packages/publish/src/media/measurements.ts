import type { Media } from '@affiche/core';
import { imageSize } from 'image-size';
import { isAnimated } from './animation.ts';
import { kindOf } from './media-type.ts';

/** What a file's content says about itself, beyond its type. */
export type Measurements = Pick<Media, 'kind' | 'width' | 'height' | 'durationSeconds'>;

/**
 * Width, height and duration as people see them: turned the way the camera was held.
 * `undefined` where the file is too damaged to tell.
 */
export async function measure(bytes: Uint8Array, type: string): Promise<Measurements | undefined> {
  const kind = kindOf(type);
  try {
    if (kind === 'image') return measureImage(bytes, type);
    if (kind === 'document') return { kind };
    return await measureRecording(bytes);
  } catch {
    // The libraries throw whatever a damaged file makes them stumble over.
    return undefined;
  }
}

function measureImage(bytes: Uint8Array, type: string): Measurements | undefined {
  const { width, height, orientation = 1 } = imageSize(bytes);
  if (!(width > 0 && height > 0)) return undefined;
  const upright = orientation < 5 ? { width, height } : { width: height, height: width };
  return { kind: isAnimated(bytes, type) ? 'animation' : 'image', ...upright };
}

async function measureRecording(bytes: Uint8Array): Promise<Measurements | undefined> {
  // Half a second to load, and most posts have no film.
  const { ALL_FORMATS, BufferSource, Input } = await import('mediabunny');
  const source = new BufferSource(bytes);
  refuseStandstill(source);
  using input = new Input({ formats: ALL_FORMATS, source });
  const film = await input.getPrimaryVideoTrack();
  if (!film && !(await input.getPrimaryAudioTrack())) return undefined;
  // Some containers do not say how long the last packet lasts; their header may know.
  const told = (await input.getDurationFromMetadata()) ?? 0;
  const durationSeconds = Math.max(told, await input.computeDuration());
  if (!Number.isFinite(durationSeconds)) return undefined;
  if (!film) return { kind: 'audio', durationSeconds };
  const width = await film.getDisplayWidth();
  const height = await film.getDisplayHeight();
  return width > 0 && height > 0 ? { kind: 'video', width, height, durationSeconds } : undefined;
}

/** What the library calls it when it reads: not public, and the only place to see that it comes no farther. */
const reading = '_read';

/** Whoever reads the same place so often, and nothing else in between, does so for ever. */
const mostRepeats = 1000;

/**
 * Ends a look that comes no farther. The library searches a damaged Matroska file for the next element
 * that it knows, and where there is none it reads the last eight bytes again without end, and lets
 * nothing else of the process run: whoever sent such a film would have stopped a worker.
 */
function refuseStandstill(source: object): void {
  const inside = source as Record<typeof reading, (start: number, end: number) => unknown>;
  const read = inside[reading].bind(source);
  let last = '';
  let repeats = 0;
  inside[reading] = (...place) => {
    const at = place.slice(0, 2).join();
    repeats = at === last ? repeats + 1 : 0;
    last = at;
    if (repeats > mostRepeats)
      throw new Error('the file is damaged: a look at it comes no farther');
    return read(...place);
  };
}
