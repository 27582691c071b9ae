import { postgresOutbox } from '@affiche/publish/postgres';
import { type Mutation, simulate, type SimulationOutcome } from '@affiche/publish/simulation';
import { postgresServer } from '../packages/publish/test/postgres-server.ts';
import { readCommandLine } from './command-line.ts';
import { simulateOptions } from './simulate-options.ts';

// Lives many histories of publishing under crashes and faults, and counts what went wrong. A failing
// seed is lived again with: npm run simulate -- --runs 1 --seed <seed>
const { runs, firstSeed, json, engine, hardship, broken, again } = readCommandLine(simulateOptions);

function isBad({ lost, doubled, ghosts, outdated, isLogWhole }: SimulationOutcome): boolean {
  return lost.length + doubled.length + ghosts.length + outdated.length > 0 || !isLogWhole;
}

const server = engine === 'postgres' ? await postgresServer() : undefined;

async function live(seed: string): Promise<SimulationOutcome> {
  if (!server) return simulate({ seed, ...hardship });
  const schema = `history_${seed}`;
  return simulate({
    seed,
    ...hardship,
    outbox: postgresOutbox(server.url, { schema, connections: 1 }),
  });
}

async function countHistories(): Promise<boolean> {
  const totals = { runs: 0, lost: 0, doubled: 0, ghosts: 0, outdated: 0, parked: 0 };
  const more = { publications: 0, crashes: 0, jumps: 0, seconds: 0 };
  const parked: Record<string, number> = {};
  const failing: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outcome = await live(String(firstSeed + run));
    totals.runs += 1;
    for (const key of ['lost', 'doubled', 'ghosts', 'outdated', 'parked'] as const) {
      totals[key] += outcome[key].length;
    }
    for (const key of ['publications', 'crashes', 'jumps', 'seconds'] as const) {
      more[key] += outcome[key];
    }
    parked[outcome.recognition] = (parked[outcome.recognition] ?? 0) + outcome.parked.length;
    if (!isBad(outcome)) continue;
    failing.push(outcome.seed);
    console.error(JSON.stringify(outcome));
  }
  if (json) {
    console.log(JSON.stringify({ ...totals, ...more, parkedBy: parked, failing }));
    return failing.length === 0;
  }
  const hours = Math.round(more.seconds / 3600);
  console.log(`${totals.runs} histories, ${more.publications} publications, ${hours} hours`);
  console.log(`${more.crashes} crashes, ${more.jumps} clock jumps`);
  console.log(`lost ${totals.lost}, doubled ${totals.doubled}, parked ${totals.parked}`);
  for (const seed of failing) console.log(`${again} --seed ${seed}`);
  return failing.length === 0;
}

async function catchMutation(mutation: Mutation): Promise<boolean> {
  for (let run = 0; run < runs; run += 1) {
    const seed = String(firstSeed + run);
    if (!isBad(await simulate({ seed, mutation, ...hardship }))) continue;
    console.log(`${mutation}: caught by seed ${seed}`);
    return true;
  }
  console.log(`${mutation}: not caught in ${runs} histories`);
  return false;
}

let isFine = broken.length > 0 || (await countHistories());
for (const mutation of broken) isFine = (await catchMutation(mutation)) && isFine;
await server?.remove();
process.exitCode = isFine ? 0 : 1;
