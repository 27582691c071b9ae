import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Claim } from './claim.ts';
import { fillOutbox } from './publish-crew.ts';

const count = 100_000;
const mostMegabytes = 200;
const day = 86_400_000;

/** What a hundred thousand scheduled publications weigh: for a worker that waits for them, and on the disk. */
export async function bench(): Promise<Claim[]> {
  const folder = await mkdtemp(join(tmpdir(), 'memory-'));
  const file = join(folder, 'outbox.db');
  try {
    await fillOutbox(
      { engine: 'sqlite', file },
      { count, accounts: 1000, dueAt: (index) => day + index * 100 },
    );
    const script = new URL('publish-waiting.ts', import.meta.url).pathname;
    const given = ['--conditions=@affiche/source', script, file];
    const { stdout } = await promisify(execFile)(process.execPath, given);
    const megabytes = Number(stdout);
    const bytes = (await stat(file)).size / count;
    return [
      {
        claim: `a worker with 100,000 scheduled publications, of ${Math.round(bytes)} bytes each in the file`,
        ours: megabytes,
        peer: mostMegabytes,
        peerName: 'the most it may take',
        unit: 'MB resident',
        ratio: mostMegabytes / megabytes,
        goal: `under ${mostMegabytes} MB`,
        met: megabytes < mostMegabytes,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
