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

/**
 * What every `benchmarks/<name>.bench.ts` exports as `bench`. One that takes minutes tells each claim as
 * soon as it is measured, so that whoever stops it has those.
 */
export type Bench = (tell: (claim: Claim) => void) => Promise<Claim[]>;

/**
 * The median of several runs' CPU milliseconds: the machine may be busy, the processor does not lie.
 * One run before the first is thrown away, so that nobody pays for compilation; work that takes
 * seconds can do without it.
 */
export async function cpuMilliseconds(
  work: () => unknown,
  { runs = 5, warmUp = true }: { readonly runs?: number; readonly warmUp?: boolean } = {},
): Promise<number> {
  if (warmUp) await work();
  const times: number[] = [];
  // Once, for the garbage of others: before each run it would throw away what the engine has compiled.
  globalThis.gc?.();
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

/** CPU milliseconds of two ways of doing the same, and how many times faster the first is. */
export interface PairedTimes {
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
}

/**
 * Medians of runs that take turns: what slows the machine for a while slows both, so that their ratio
 * stays what it is. The ratio is the median of those of the turns.
 */
export async function pairedCpuMilliseconds(
  ours: () => unknown,
  peer: () => unknown,
  { runs = 15 }: { readonly runs?: number } = {},
): Promise<PairedTimes> {
  const turns: PairedTimes[] = [];
  for (let run = 0; run < runs; run += 1) {
    const own = await cpuMilliseconds(ours, { runs: 1 });
    const other = await cpuMilliseconds(peer, { runs: 1 });
    turns.push({ ours: own, peer: other, ratio: other / own });
  }
  const median = (of: keyof PairedTimes) =>
    turns.map((turn) => turn[of]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  return { ours: median('ours'), peer: median('peer'), ratio: median('ratio') };
}
