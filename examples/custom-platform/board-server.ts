import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A notice as the board keeps it. */
export interface Notice {
  readonly text: string;
  /** The key of the notice that it answers. */
  readonly answers?: string;
}

/** The noticeboard of a village: whoever has the token pins notices under keys of their own. */
export async function startBoard({ token }: { readonly token: string }) {
  const notices = new Map<string, Notice>();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await request.toArray()).join('');
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.url === '/rules') return void send(200, { mostCharacters: 200 });
    if (request.headers.authorization !== `Bearer ${token}`) return void send(401, {});
    const key = request.url?.replace('/notices/', '') ?? '';
    const known = notices.get(key);
    if (request.method === 'GET') return void send(known ? 200 : 404, known ?? {});
    if (request.method === 'DELETE') return void send(notices.delete(key) ? 200 : 404, {});
    // The same notice again is no other notice.
    if (known && JSON.stringify(known) !== body) return void send(409, {});
    notices.set(key, JSON.parse(body) as Notice);
    send(known ? 200 : 201, { key });
  }

  return {
    url: `http://127.0.0.1:${port}`,
    notices: (): readonly Notice[] => [...notices.values()],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
