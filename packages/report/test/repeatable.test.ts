import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { renderReport } from '@affiche/report';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const run = promisify(execFile);
const digest = createHash('sha256').update(renderReport(bakery())).digest('hex');
const program = `
  import { createHash } from 'node:crypto';
  import { renderReport } from '@affiche/report';
  import { bakery } from '${import.meta.dirname}/bakery.ts';
  console.log(createHash('sha256').update(renderReport(bakery())).digest('hex'));
`;

describe('the same input', () => {
  it.each([
    { TZ: 'America/New_York', LC_ALL: 'ar_EG.UTF-8' },
    { TZ: 'Asia/Kathmandu', LC_ALL: 'fr_FR.UTF-8' },
  ])(
    'gives the same bytes in another process under $TZ and $LC_ALL',
    async (environment) => {
      const { stdout } = await run(
        process.execPath,
        ['--conditions=@affiche/source', '--input-type=module', '--eval', program],
        { env: { ...process.env, ...environment }, cwd: import.meta.dirname },
      );
      expect(stdout.trim()).toBe(digest);
    },
    30_000,
  );
});
