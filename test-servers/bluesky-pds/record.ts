import { readFileSync, writeFileSync } from 'node:fs';
import { transcriptOf } from '../../packages/sandbox/test/personal-data-server/transcript.ts';
import { setup as install } from './install.ts';
import { startServer } from './server.ts';

// Writes down what the real server answers, for the tests that run without it. Run it when the
// server's version changes, and read the difference.

install();
const manifest = `${import.meta.dirname}/node_modules/@atproto/pds/package.json`;
const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
await using server = await startServer();
const recording = {
  server: `${name} ${version}`,
  recordedAt: new Date().toISOString().slice(0, 10),
  entries: await transcriptOf(server.url),
};
const file = new URL(
  '../../packages/sandbox/test/personal-data-server/recorded.json',
  import.meta.url,
);
writeFileSync(file, `${JSON.stringify(recording, null, 2)}\n`);
