import { mkdirSync, writeFileSync } from 'node:fs';
import { answer } from './answers.ts';
import { readCampaign } from './files.ts';
import { page } from './page.ts';

// A month's posts, costs, journeys and a holdout in; the client's five questions answered.
const here = import.meta.dirname;
const answers = answer(readCampaign(`${here}/data`));
for (const { question, lines } of answers) {
  console.log(`${question}\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}
mkdirSync(`${here}/output`, { recursive: true });
writeFileSync(`${here}/output/campaign.html`, page('The October campaign', answers));
