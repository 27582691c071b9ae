import type { MediaSource } from '@affiche/core';

/**
 * The MIME type that the first bytes of a file give away, whatever its name says;
 * `undefined` for what is not recognised.
 *
 * @see {@link https://mimesniff.spec.whatwg.org/ | MIME Sniffing Standard} (2026-11-21)
 */
export function sniffMediaType(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  return signatures.find(({ at, magic }) => text.startsWith(magic, at))?.type ?? container(text);
}

/** The type of bytes that a draft carries inside itself; nothing is read from anywhere. */
export function sniffInlineMedia(source: MediaSource): string | undefined {
  if (!('base64' in source)) return undefined;
  return sniffMediaType(
    Uint8Array.from(atob(source.base64.slice(0, 24)), (character) => character.charCodeAt(0)),
  );
}

const signatures = [
  { at: 0, magic: '\xff\xd8\xff', type: 'image/jpeg' },
  { at: 0, magic: '\x89PNG\r\n\x1a\n', type: 'image/png' },
  { at: 0, magic: 'GIF8', type: 'image/gif' },
  { at: 8, magic: 'WEBP', type: 'image/webp' },
  { at: 8, magic: 'WAVE', type: 'audio/wav' },
  { at: 0, magic: 'OggS', type: 'audio/ogg' },
  { at: 0, magic: 'ID3', type: 'audio/mpeg' },
  { at: 0, magic: '\xff\xfb', type: 'audio/mpeg' },
  { at: 0, magic: '%PDF-', type: 'application/pdf' },
  { at: 0, magic: '\x1aE\xdf\xa3', type: 'video/webm' },
  { at: 0, magic: 'WEBVTT', type: 'text/vtt' },
];

/** Files of the ISO family tell their kind by the brand that follows `ftyp`. */
function container(text: string): string | undefined {
  if (text.slice(4, 8) !== 'ftyp') return undefined;
  const brand = text.slice(8, 12);
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  return /^(heic|heix|hevc|mif1|msf1)$/.test(brand) ? 'image/heic' : 'video/mp4';
}

/**
 * Whether bytes are something else than was said of them. Names for one thing are one: sound and film
 * share their containers, and no first bytes tell them apart.
 */
export function isDisguised(claimed: string, actual: string): boolean {
  return (families[claimed] ?? claimed) !== (families[actual] ?? actual);
}

const families: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/heif': 'image/heic',
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'video/ogg': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/webm': 'video/webm',
  'video/x-matroska': 'video/webm',
  'audio/mp4': 'video/mp4',
  'audio/x-m4a': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/mp4',
  'video/3gpp': 'video/mp4',
};
