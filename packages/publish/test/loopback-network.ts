import { EventEmitter, once } from 'node:events';
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
  const news = new EventEmitter();
  const clock = systemClock();
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'GET') return response.end(JSON.stringify(posts));
      const { key, text } = JSON.parse((await request.toArray()).join('')) as LoopbackPost;
      await clock.sleep(latencySeconds);
      posts.push({ key, text, at: clock.now() });
      news.emit('post');
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
    /** Waits until a post is there whose key begins so. */
    async arrival(prefix: string): Promise<void> {
      while (!posts.some(({ key }) => key.startsWith(prefix))) await once(news, 'post');
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
