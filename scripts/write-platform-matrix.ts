import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { platformMatrix, readManifests } from './platform-matrix.ts';

const file = 'docs/platforms.md';
writeFileSync(file, platformMatrix(await readManifests()));
execFileSync('oxfmt', [file], { stdio: 'inherit' });
