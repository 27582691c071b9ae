import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@affiche/core';

/** A post as the network keeps it. */
interface LoopbackPost {
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/** A network on loopback that takes its time before and after it commits, and lists its posts. */
export async function loopbackNetwork({ latencySeconds = 0.01 } = {}) {
  const posts: LoopbackPost[] = [];
  const clock = systemClock();
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'GET') return response.end(JSON.stringify(posts));
      const { key, text } = JSON.parse((await request.toArray()).join('')) as LoopbackPost;
      await clock.sleep(latencySeconds);
      posts.push({ key, text, at: clock.now() });
      await clock.sleep(latencySeconds);
      return response.end(JSON.stringify({ id: `id-${posts.length}` }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
