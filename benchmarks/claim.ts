/** One claim of speed, size or quality, measured against a named peer in the same run. */
export interface Claim {
  /** What we say, in one sentence. */
  readonly claim: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  /** The unit of both figures: `ms`, `MB`, `posts/s`, `rank correlation`. */
  readonly unit: string;
  /** How many times better we are; below 1 we are worse. */
  readonly ratio: number;
  /** What we promised, in words: `at least 10 times faster`. */
  readonly goal: string;
  readonly met: boolean;
}

/** What every `benchmarks/<name>.bench.ts` exports as `bench`. */
export type Bench = () => Promise<Claim[]>;

/**
 * The median of several runs' CPU milliseconds: the machine may be busy, the processor does not lie.
 * One run before the first is thrown away, so that nobody pays for compilation.
 */
export async function cpuMilliseconds(
  work: () => unknown,
  { runs = 5 }: { readonly runs?: number } = {},
): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    globalThis.gc?.();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
