import { readCommandLine } from './command-line.ts';
import { killDrill } from './kill-drill.ts';
import { killsOptions } from './kills-options.ts';

// Kills real workers, and PostgreSQL under them, while they post to loopback servers of Bluesky and
// Mastodon; then counts on those servers whether every post is there exactly once.
const { json, ...drill } = readCommandLine(killsOptions);
const outcome = await killDrill({
  ...drill,
  onKill: (done, what) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${done} of ${drill.kills} killed: ${what}   `);
  },
});
if (json) console.log(JSON.stringify(outcome));
else {
  const { workerKills, serverKills, publications, lost, doubled, parked, seconds } = outcome;
  console.log(
    `\n${drill.engine}: ${workerKills} workers and ${serverKills} database servers killed`,
  );
  console.log(`${publications} publications in ${Math.round(seconds)} seconds`);
  console.log(`lost ${lost.length}, doubled ${doubled.length}, parked ${parked.length}`);
  console.log(`the log ${outcome.isLogWhole ? 'holds together' : 'is broken'}`);
}
const isFine = outcome.lost.length + outcome.doubled.length === 0 && outcome.isLogWhole;
process.exitCode = isFine ? 0 : 1;
