/**
 * The length of a label of a host name once it is written in ASCII, as `xn--…` where it must be.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc3492 | RFC 3492, Punycode}
 */
export function asciiLength(label: string): number {
  if (isPlain(label)) return label.length;
  const parts = label.split(/[\u3002\uff0e\uff61]/);
  return parts.reduce((sum, part) => sum + encodedLength(part), parts.length - 1);
}

const base = 36;
const thresholdMin = 1;
const thresholdMax = 26;

function isPlain(label: string): boolean {
  return /^[\u0020-\u007e]*$/.test(label);
}

function encodedLength(part: string): number {
  if (isPlain(part)) return part.length;
  const points = Array.from(part, (character) => character.codePointAt(0) ?? 0);
  // Longer than any label may be, and each point takes a digit at least.
  if (points.length > 63) return points.length;
  const basic = points.filter((point) => point < 0x80).length;
  let length = 'xn--'.length + basic + (basic > 0 ? 1 : 0);
  let handled = basic;
  let delta = 0;
  let bias = 72;
  for (let code = 0x80; handled < points.length;) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (handled + 1);
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      length += digits(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    code = next + 1;
  }
  return length;
}

function digits(delta: number, bias: number): number {
  let count = 1;
  let left = delta;
  for (let k = base; ; k += base) {
    const threshold = Math.min(thresholdMax, Math.max(thresholdMin, k - bias));
    if (left < threshold) return count;
    left = Math.floor((left - threshold) / (base - threshold));
    count += 1;
  }
}

function adapt(delta: number, points: number, first: boolean): number {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / points);
  let k = 0;
  while (left > ((base - thresholdMin) * thresholdMax) / 2) {
    left = Math.floor(left / (base - thresholdMin));
    k += base;
  }
  return k + Math.floor((base * left) / (left + 38));
}
