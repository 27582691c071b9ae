import { simulatedClock } from '@affiche/core';
import { createApp } from './app.ts';
import { openStudio } from './studio.ts';

// A walk through the application without a browser; serve.ts opens it for people.

await using studio = await openStudio({
  clock: simulatedClock({ start: '2027-01-04T08:00:00Z', automatic: true }),
});
const app = createApp(studio);
const origin = 'http://localhost';

const text = 'The galette is back, with almonds and a bean. '.repeat(8);
const fields = [...(await ask('/')).matchAll(/name="account"\s+value="(?<key>[^"]+)"/g)];
const form = new URLSearchParams({ text, at: '2027-01-05T07:30' });
for (const { groups } of fields) form.append('account', groups?.['key'] ?? '');

const preview = await ask('/preview', form);
console.log('Preview:');
for (const [, length] of preview.matchAll(/class="note">(\d[^<]*)</g)) console.log(`  ${length}`);

form.set(
  'approval',
  /name="approval"\s+value="(?<hash>[^"]+)"/.exec(preview)?.groups?.['hash'] ?? '',
);
await ask('/schedule', form);
show('Scheduled', await ask('/'));
await studio.publisher.run();
show('A day later', await ask('/'));

form.set('text', 'Something else');
console.log(/role="alert">(?<words>[^<]+)</.exec(await ask('/schedule', form))?.groups?.['words']);

async function ask(path: string, body?: URLSearchParams): Promise<string> {
  const response = await app.request(`${origin}${path}`, {
    ...(body && { method: 'POST', body, headers: { origin } }),
  });
  return response.text();
}

function show(title: string, page: string): void {
  console.log(`${title}:`);
  const cells = page.matchAll(
    /<td>(?<where>Bluesky|Mastodon)<\/td>\s*<td><a [^>]+>(?<state>\w+)</g,
  );
  for (const { groups } of cells) console.log(`  ${groups?.['where']}: ${groups?.['state']}`);
}
