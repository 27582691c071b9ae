import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { promisify } from 'node:util';
import { it } from 'vitest';

const run = promisify(execFile);
// The main job has a file of its own.
const examples = globSync('examples/*/main.ts').filter(
  (file) => !file.includes('complete-workflow'),
);

// Some wait most of the time.
it.concurrent.for(examples)(
  '%s runs, and says what it said before',
  { timeout: 120_000 },
  async (file, { expect }) => {
    const { stdout, stderr } = await run(process.execPath, ['--conditions=@affiche/source', file]);
    expect(stderr).toBe('');
    expect(stdout).toMatchSnapshot();
  },
);
