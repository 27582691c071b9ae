import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Claim } from './claim.ts';

interface Measured {
  readonly count: number;
  /** CPU seconds of a plan into an empty outbox. */
  readonly seconds: number;
  /** The most memory that the process had meanwhile, less what it had with the posts alone. */
  readonly megabytes: number;
}

/** The memory and the time that a plan of so many posts takes. */
export async function bench(): Promise<Claim[]> {
  const measured: Measured[] = [];
  for (const count of [25_000, 50_000, 100_000]) {
    measured.push(await measure(count));
    console.error(JSON.stringify(measured.at(-1)));
  }
  const [small, , large] = measured;
  if (!small || !large) throw new Error('there are three sizes');
  const growth = large.seconds / small.seconds / (large.count / small.count);
  return [
    {
      claim: 'A plan of 100,000 posts: memory on top of the posts',
      ours: large.megabytes,
      peer: 200,
      peerName: 'the promise',
      unit: 'MB',
      ratio: 200 / large.megabytes,
      goal: 'under 200 MB',
      met: large.megabytes < 200,
    },
    {
      claim: 'A plan of 100,000 posts: CPU time a post, against a plan of 25,000',
      ours: growth,
      peer: 1.3,
      peerName: 'the promise',
      unit: 'times',
      ratio: 1.3 / growth,
      goal: 'at most 1.3 times',
      met: growth <= 1.3,
    },
  ];
}

/** In a process of its own, with what Node allows any process. */
async function measure(count: number): Promise<Measured> {
  const script = new URL('./publish-plan-memory.ts', import.meta.url).pathname;
  const flags = ['--expose-gc', '--conditions=@affiche/source'];
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [...flags, script, String(count)]);
  return JSON.parse(stdout) as Measured;
}
