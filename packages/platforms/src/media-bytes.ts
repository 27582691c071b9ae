import type { MediaSource, PlatformIo, StepResult } from '@affiche/core';
import { isDisguised, sniffMediaType } from './media-type.ts';
import { refused } from './step-result.ts';

/** The bytes of a file, or the result of a step that was given another file than it was told. */
export async function openMediaBytes(
  { source, mimeType }: { readonly source: MediaSource; readonly mimeType: string },
  io: PlatformIo,
): Promise<Uint8Array<ArrayBuffer> | StepResult> {
  const bytes = await io.openMedia(source);
  const actual = sniffMediaType(bytes);
  if (actual === undefined || !isDisguised(mimeType, actual)) return bytes;
  return refused(
    `The file is ${actual}, not ${mimeType} as the draft says`,
    'Name the type that the bytes have, or convert the file.',
  );
}
