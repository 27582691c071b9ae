import { parseArgs } from 'node:util';
import { brokenRules } from '../benchmarks/calendar.bench.ts';

// npm run calendars [-- --count 100000]: plans random calendars, checks every rule anew in each, and
// fails when one is broken. Every second calendar chooses its hours by chance.
const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } });
const count = Number(values.count);
const broken = brokenRules(count);
console.log(`${broken} rules broken in ${count} random calendars.`);
process.exitCode = broken === 0 ? 0 : 1;
