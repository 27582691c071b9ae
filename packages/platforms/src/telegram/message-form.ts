import type { Json, PlatformIo, StepResult } from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import type { AttachedFile } from './requests.ts';

/** What is sent: JSON, or a form where files go along; or why a file cannot. */
export async function formOf(
  fields: Readonly<Record<string, Json>>,
  files: readonly AttachedFile[],
  io: PlatformIo,
): Promise<{ json: unknown } | { body: FormData } | StepResult> {
  if (files.length === 0) return { json: fields };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    body.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const { part, source, mimeType } of files) {
    const bytes = await openMediaBytes({ source, mimeType }, io);
    if ('status' in bytes) return bytes;
    const extension = mimeType.split('/')[1] ?? 'bin';
    body.set(part, new File([bytes], nameOf(source, extension), { type: mimeType }));
  }
  return { body };
}

/** Readers see the name of a document, so that it keeps its own. */
function nameOf(source: AttachedFile['source'], extension: string): string {
  const path = 'path' in source ? source.path : 'url' in source ? new URL(source.url).pathname : '';
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return /\.\w+$/.test(name) ? name : `file.${extension}`;
}
