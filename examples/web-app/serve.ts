import { systemClock } from '@affiche/core';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { openStudio } from './studio.ts';

// The application for people: http://localhost:3000 until Ctrl+C.

const end = new AbortController();
process.once('SIGINT', () => end.abort());
const port = Number(process.env['PORT'] ?? 3000);

await using studio = await openStudio({ clock: systemClock() });
const server = serve({ fetch: createApp(studio).fetch, port, hostname: '127.0.0.1' });
console.log(`Open http://localhost:${port}`);
// The worker may be a process of its own as well, on the same outbox.
await studio.publisher.run({ until: '2100-01-01T00:00:00Z', signal: end.signal });
server.close();
