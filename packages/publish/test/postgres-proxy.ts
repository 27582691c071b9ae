import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What of a conversation gets lost. */
export type Lost = 'answers' | 'everything';

/** Stands between a client and PostgreSQL, like a network, and lets conversations fall silent. */
export async function postgresProxy(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const conversations = new Set<{ lost?: Lost }>();
  let patience = Infinity;
  let loses: Lost = 'everything';

  /** The talks of now are cut without a word to anybody; whoever calls anew is heard. */
  function cut(): void {
    patience = Infinity;
    for (const each of conversations) each.lost ??= loses;
  }

  const server = createServer((client) => {
    const conversation: { lost?: Lost } = {};
    conversations.add(conversation);
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes) => {
      if (conversation.lost !== 'everything') upstream.write(bytes);
      patience -= 1;
      if (patience < 0) cut();
    });
    upstream.on('data', (bytes) => {
      if (conversation.lost === undefined) client.write(bytes);
    });
    client.on('end', () => conversation.lost ?? upstream.end());
    upstream.on('end', () => conversation.lost ?? client.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ours = (server.address() as AddressInfo).port;
  return {
    url: url.replace(`:${port}/`, `:${ours}/`),
    /** Loses what follows in all conversations of now, once the client has said so much more. */
    fallSilent(after: number, lost: Lost) {
      loses = lost;
      patience = after;
      if (after === 0) cut();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
