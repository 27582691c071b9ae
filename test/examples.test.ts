import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

it.each(globSync('examples/*/main.ts'))('%s runs', async (file) => {
  const { stdout, stderr } = await run(process.execPath, ['--conditions=@affiche/source', file]);
  expect(stderr).toBe('');
  expect(stdout).toMatchSnapshot();
});
