import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached the server. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A Bitly on loopback: answers what it is told to, in turn, and notes what it was asked. */
export async function bitlyServer() {
  const seen: SeenRequest[] = [];
  const answers: { status: number; body: unknown }[] = [];
  const held: (() => void)[] = [];
  let holding = false;
  let most = 0;
  let open = 0;

  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    void (async () => {
      const { method = '', url = '', headers } = request;
      seen.push({
        method,
        path: url,
        authorization: headers.authorization,
        body: await read(request),
      });
      if (holding) await new Promise<void>((resolve) => held.push(resolve));
      const { status, body } = answers.shift() ?? { status: 500, body: { message: 'UNTOLD' } };
      open -= 1;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    seen,
    baseUrl: `http://127.0.0.1:${port}/v4/`,
    answer: (status: number, body: unknown, times = 1) => {
      for (let count = 0; count < times; count += 1) answers.push({ status, body });
    },
    /** Keeps requests waiting until `release`. */
    hold: () => {
      holding = true;
    },
    held: () => held.length,
    release: () => {
      holding = false;
      for (const go of held.splice(0)) go();
    },
    /** The largest number of requests at one time. */
    most: () => most,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}
