import { mkdirSync, writeFileSync } from 'node:fs';
import { answer } from './answers.ts';
import { readCampaign } from './files.ts';
import { page } from './page.ts';

// A month's posts, costs, journeys and a holdout in; the client's five questions answered.
const here = import.meta.dirname;
const answers = answer(readCampaign(`${here}/data`));
for (const { question, verdict, head, rows, notes } of answers) {
  const table = [head, ...rows].map((row) => `  ${row.join(' | ')}`);
  console.log([question, verdict, ...table, ...notes.map((note) => `  ${note}`), ''].join('\n'));
}
const about =
  'A bakery, October 2026. All figures in euros, costs in full with hours; ranges hold the truth 95 times in 100.';
mkdirSync(`${here}/output`, { recursive: true });
writeFileSync(`${here}/output/campaign.html`, page('The October campaign', about, answers));
