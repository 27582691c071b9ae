import { parseArgs } from 'node:util';
import { killDrill } from './kill-drill.ts';
import { refuse, wholeNumber } from './whole-number.ts';

// Kills real workers, and PostgreSQL under them, while they post to loopback servers of Bluesky and
// Mastodon; then counts on those servers whether every post is there exactly once.
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const { engine } = values;
if (engine !== 'sqlite' && engine !== 'postgres') {
  refuse(`No engine called ${engine}. There are: sqlite, postgres.`);
}

const outcome = await killDrill({
  engine,
  kills: wholeNumber('kills', values.kills, 1),
  seed: values.seed,
  onKill: (done, what) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${done} of ${values.kills} killed: ${what}   `);
  },
});
if (values.json) console.log(JSON.stringify(outcome));
else {
  const { workerKills, serverKills, publications, lost, doubled, parked, seconds } = outcome;
  console.log(`\n${engine}: ${workerKills} workers and ${serverKills} database servers killed`);
  console.log(`${publications} publications in ${Math.round(seconds)} seconds`);
  console.log(`lost ${lost.length}, doubled ${doubled.length}, parked ${parked.length}`);
  console.log(`the log ${outcome.isLogWhole ? 'holds together' : 'is broken'}`);
}
const isFine = outcome.lost.length + outcome.doubled.length === 0 && outcome.isLogWhole;
process.exitCode = isFine ? 0 : 1;
