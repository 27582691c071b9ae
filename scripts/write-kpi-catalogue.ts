import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { kpiCatalogue } from './kpi-catalogue.ts';

const file = 'docs/kpi-catalogue.md';
writeFileSync(file, kpiCatalogue());
execFileSync('oxfmt', [file], { stdio: 'inherit' });
