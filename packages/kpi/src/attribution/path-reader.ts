/** Turns texts such as `search > social` into positions of channels. */
export interface PathReader {
  /** The channels so far, in the order in which they turned up. */
  readonly channels: string[];
  readonly read: (text: string) => number[];
}

const space = 32;

/**
 * Makes a reader. It compares names in place: cutting a long table of paths into pieces of text costs
 * more than everything that is computed from it.
 */
export function pathReader(separator: string): PathReader {
  const channels: string[] = [];
  const byHash = new Map<number, number[]>();

  function positionOf(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let index = start; index < end; index += 1) {
      hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
    }
    const candidates = byHash.get(hash);
    if (candidates) {
      for (const position of candidates) {
        const name = channels[position] ?? '';
        if (name.length === end - start && text.startsWith(name, start)) return position;
      }
    }
    const position = channels.push(text.slice(start, end)) - 1;
    if (candidates) candidates.push(position);
    else byHash.set(hash, [position]);
    return position;
  }

  function read(text: string): number[] {
    const steps: number[] = [];
    for (let from = 0; from <= text.length;) {
      const found = text.indexOf(separator, from);
      const until = found < 0 ? text.length : found;
      let [start, end] = [from, until];
      while (start < end && text.charCodeAt(start) <= space) start += 1;
      while (end > start && text.charCodeAt(end - 1) <= space) end -= 1;
      if (end > start) steps.push(positionOf(text, start, end));
      from = until + separator.length;
    }
    return steps;
  }

  return { channels, read };
}
