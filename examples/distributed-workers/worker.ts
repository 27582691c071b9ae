import { openPublisher } from './publisher.ts';

// One worker of several. The example kills one; it waits for that at the worst moment, when posts are out
// and their answers have not been read.
const [, , database = '', vault = '', fate = ''] = process.argv;
let sent = 0;

const publisher = openPublisher({ database, vault }, async (input, init) => {
  const request = new Request(input, init);
  const response = await fetch(request);
  if (fate === 'doomed' && request.method === 'POST' && isPost(request.url) && ++sent > 1) {
    process.stdout.write(await response.text());
    await new Promise(() => {});
  }
  return response;
});
await publisher.run();
await publisher.close();

function isPost(url: string): boolean {
  return url.endsWith('/api/v1/statuses') || url.endsWith('/com.atproto.repo.putRecord');
}
