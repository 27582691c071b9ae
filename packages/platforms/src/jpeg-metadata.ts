/**
 * Takes out of a JPEG what its camera wrote about place, time and owner, and keeps which way is up.
 * Bytes that are no JPEG come back as they are.
 *
 * @see {@link https://www.w3.org/Graphics/JPEG/itu-t81.pdf | ITU-T T.81, JPEG}
 */
export function stripJpegMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return bytes;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let stripped = false;
  let position = 2;
  // Segments stand before the picture itself, each with its length.
  while (position + 4 <= bytes.length && view.getUint8(position) === 0xff) {
    const marker = view.getUint8(position + 1);
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    const end = position + 2 + view.getUint16(position + 2);
    if (marker === startOfScan || end > bytes.length) break;
    const segment = bytes.subarray(position, end);
    if (marker === application1) {
      const orientation = orientationOf(segment);
      if (orientation !== undefined) kept.push(orientationSegment(orientation));
      stripped = true;
    } else if (marker !== application13) kept.push(segment);
    else stripped = true;
    position = end;
  }
  return stripped ? join([...kept, bytes.subarray(position)]) : bytes;
}

const startOfScan = 0xda;
// Exif and XMP.
const application1 = 0xe1;
// What agencies write about a picture.
const application13 = 0xed;
const orientationTag = 0x0112;
const tiffStart = 10;

/** Which way is up, 2 to 8; `undefined` where it is as it lies. */
function orientationOf(segment: Uint8Array): number | undefined {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  if (segment.length < 20 || view.getUint32(4) !== 0x45786966) return undefined;
  const little = view.getUint16(tiffStart) === 0x4949;
  const directory = tiffStart + view.getUint32(tiffStart + 4, little);
  if (directory + 2 > segment.length) return undefined;
  const entries = view.getUint16(directory, little);
  for (let entry = directory + 2, left = entries; left > 0; entry += 12, left -= 1) {
    if (entry + 12 > segment.length) return undefined;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The smallest Exif segment: one entry, which says which way is up. */
function orientationSegment(orientation: number): Uint8Array {
  const segment = new Uint8Array(36);
  const view = new DataView(segment.buffer);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, 34);
  view.setUint32(4, 0x45786966);
  view.setUint32(tiffStart, 0x4d4d002a);
  view.setUint32(tiffStart + 4, 8);
  view.setUint16(tiffStart + 8, 1);
  view.setUint16(tiffStart + 10, orientationTag);
  view.setUint16(tiffStart + 12, 3);
  view.setUint32(tiffStart + 14, 1);
  view.setUint16(tiffStart + 18, orientation);
  return segment;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
