import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  explainSlot,
  explainTiming,
  fitPostingTimes,
  type PostObservation,
} from '@affiche/schedule';
import { heatMap } from './heat-map.ts';

// A shop's export in; when to post, how surely, and a picture of it out.
const folder = import.meta.dirname;
const zone = 'Asia/Bangkok';
const now = '2018-06-20T00:00:00Z';
const history = readFileSync(`${folder}/history.csv`, 'utf8')
  .trimEnd()
  .split(/\r?\n/)
  .slice(1)
  .map(readPost);

const model = fitPostingTimes(history, { zone, objective: 'engagement', now });
console.log(`${model.posts} posts, signal: ${model.signal}\n`);
for (const sentence of explainTiming(model)) console.log(sentence);
console.log('');
for (const estimate of model.primeSlots(3, { minGapHours: 6 })) console.log(explainSlot(estimate));

mkdirSync(`${folder}/output`, { recursive: true });
writeFileSync(`${folder}/output/best-time.svg`, heatMap(model.surface()));
console.log('\nThe whole week is drawn in output/best-time.svg.\n');

console.log('The same shop in its first week, with five posts:');
const early = fitPostingTimes(history.slice(-5), { zone, objective: 'engagement', now });
for (const sentence of explainTiming(early)) console.log(sentence);

function readPost(line: string): PostObservation {
  const [id = '', contentType = '', published = '', reactions, comments, shares] = line.split(',');
  const [, month = '', day = '', year = '', hour = '', minute = ''] =
    /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(published) ?? [];
  // The export was made at UTC-5.
  const moment = Date.UTC(
    Number(`20${year.slice(-2)}`),
    Number(month) - 1,
    Number(day),
    Number(hour) + 5,
    Number(minute),
  );
  return {
    id,
    account: 'shop',
    platform: 'facebook',
    publishedAt: new Date(moment).toISOString(),
    measuredAt: now,
    contentType,
    metrics: { reactions: Number(reactions), comments: Number(comments), shares: Number(shares) },
  };
}
