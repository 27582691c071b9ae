import { parseArgs } from 'node:util';
import { planCalendar } from '@affiche/schedule';
import { brokenRules } from '../benchmarks/calendar.bench.ts';
import { anyCalendar } from '../packages/schedule/test/any-calendar.ts';
import {
  bestValue,
  brokenRules as brokenByJudge,
  judged,
} from '../packages/schedule/test/calendar-judge.ts';

// npm run calendars [-- --count 100000 --seed rules]: plans random calendars, checks every rule anew in
// each, and fails when one is broken. Every second calendar chooses its hours by chance. As many tiny
// calendars with all rules at once are held to the best there is, found by trying every one: none may
// be worth more than its bound. Other seeds give other calendars, so that many can be checked in parts.
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: 'rules' },
  },
});
const { seed } = values;
const count = Number(values.count);
const broken = brokenRules(count, seed);
console.log(`${broken} rules broken in ${count} random calendars of the seed "${seed}".`);

// Hours are told apart to a millionth.
const tolerance = 1e-5;
const tiny = { broken: 0, falseBounds: 0, best: 0 };
for (let index = 0; index < count; index += 1) {
  const any = anyCalendar(`${seed} ${index}`);
  const { publications, value, valueBound } = planCalendar(any.input);
  const posts = publications.map((each) => judged(any.input, each));
  tiny.broken += brokenByJudge(any.input, posts).length;
  const best = bestValue(any);
  if (valueBound < best - tolerance || value > best + tolerance) tiny.falseBounds += 1;
  if (value > best - tolerance) tiny.best += 1;
}
console.log(
  `With all rules at once: ${tiny.broken} broken, ${tiny.falseBounds} false bounds, ${tiny.best} of ${count} the best there is.`,
);
process.exitCode = broken + tiny.broken + tiny.falseBounds === 0 ? 0 : 1;
