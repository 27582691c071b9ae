import { parseArgs } from 'node:util';
import { brokenRules } from '../benchmarks/calendar.bench.ts';

// npm run calendars [-- --count 100000 --seed rules]: plans random calendars, checks every rule anew in
// each, and fails when one is broken. Every second calendar chooses its hours by chance. Other seeds
// give other calendars, so that many can be checked in parts.
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: 'rules' },
  },
});
const count = Number(values.count);
const broken = brokenRules(count, values.seed);
console.log(`${broken} rules broken in ${count} random calendars of the seed "${values.seed}".`);
process.exitCode = broken === 0 ? 0 : 1;
