import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Claim } from './claim.ts';

// npm run bench [name …] [-- --json]: a line per claim, and exit code 1 when one is not met.
// What takes long is told on the way, beside the table.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

const files = globSync(`${import.meta.dirname}/*.bench.ts`).toSorted();
const names = files.map((file) => basename(file, '.bench.ts'));
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}

let unmet = 0;
for (const [index, file] of files.entries()) {
  const name = names[index] ?? file;
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (!values.json) console.error(`${name} …`);
  const { bench } = (await import(resolve(file))) as { bench: Bench };
  const tell = (claim: Claim) => console.error(`… ${describe(name, claim)}`);
  for (const claim of await bench(tell)) {
    if (!claim.met) unmet += 1;
    console.log(values.json ? JSON.stringify({ name, ...claim }) : describe(name, claim));
  }
}
process.exitCode = unmet > 0 ? 1 : 0;

function describe(name: string, claim: Claim): string {
  const { ours, peer, peerName, unit, ratio, goal, met } = claim;
  const verdict = met ? 'met' : 'NOT MET';
  return `${name}: ${claim.claim} | ours ${figure(ours)} ${unit} | ${peerName} ${figure(peer)} ${unit} | ratio ${figure(ratio)} | goal ${goal} | ${verdict}`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
