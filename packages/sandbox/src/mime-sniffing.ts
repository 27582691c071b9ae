interface Signature {
  readonly mimeType: string;
  readonly offset: number;
  readonly bytes: string;
}

const signatures: readonly Signature[] = [
  { mimeType: 'image/png', offset: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { mimeType: 'image/jpeg', offset: 0, bytes: '\xff\xd8\xff' },
  { mimeType: 'image/gif', offset: 0, bytes: 'GIF8' },
  { mimeType: 'image/webp', offset: 8, bytes: 'WEBP' },
  { mimeType: 'image/avif', offset: 4, bytes: 'ftypavif' },
  { mimeType: 'video/mp4', offset: 4, bytes: 'ftyp' },
  { mimeType: 'video/webm', offset: 0, bytes: '\x1a\x45\xdf\xa3' },
  { mimeType: 'audio/mpeg', offset: 0, bytes: 'ID3' },
  { mimeType: 'application/pdf', offset: 0, bytes: '%PDF' },
];

/** The type that bytes give away themselves, whatever a client claims. */
export function sniffMimeType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  return signatures.find((signature) => start.startsWith(signature.bytes, signature.offset))
    ?.mimeType;
}
