/** Whether an image moves: a GIF, a PNG or a WebP with more than one frame. */
export function isAnimated(bytes: Uint8Array, type: string): boolean {
  if (type === 'image/gif') return hasTwoGifFrames(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536));
  if (type === 'image/webp') {
    // The animation flag of an extended header.
    return head.toString('latin1', 12, 16) === 'VP8X' && ((head[20] ?? 0) & 0x02) !== 0;
  }
  if (type !== 'image/png') return false;
  const control = head.indexOf('acTL', 8, 'latin1');
  const pixels = head.indexOf('IDAT', 8, 'latin1');
  return control !== -1 && (pixels === -1 || control < pixels);
}

/**
 * Walks a GIF's blocks until a second picture begins.
 *
 * @see {@link https://www.w3.org/Graphics/GIF/spec-gif89a.txt | GIF89a}
 */
function hasTwoGifFrames(bytes: Uint8Array): boolean {
  const byte = (at: number) => bytes[at] ?? 0;
  const skipBlocks = (from: number) => {
    let at = from;
    while (byte(at) > 0) at += byte(at) + 1;
    return at + 1;
  };
  let frames = 0;
  let at = 13 + colourTableBytes(byte(10));
  while (at < bytes.length) {
    if (byte(at) === 0x2c) {
      frames += 1;
      if (frames === 2) return true;
      at = skipBlocks(at + 11 + colourTableBytes(byte(at + 9)));
    } else if (byte(at) === 0x21) {
      at = skipBlocks(at + 2);
    } else {
      return false;
    }
  }
  return false;
}

function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
