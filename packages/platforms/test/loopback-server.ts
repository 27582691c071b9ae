import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a test server received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** The body as JSON; `undefined` when it is none. */
  readonly json: unknown;
}

/** What to answer; `cut` closes the connection without a word, `silence` never answers. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | 'cut'
  | 'silence';

/** A real HTTP server on this machine, which remembers what it was asked. */
export interface LoopbackServer extends AsyncDisposable {
  readonly host: string;
  readonly received: Received[];
}

/** Starts a server on a free port. */
export async function loopbackServer(
  answer: (request: Received) => Reply | Promise<Reply>,
): Promise<LoopbackServer> {
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await receive(incoming);
      received.push(request);
      const reply = await answer(request);
      if (reply === 'silence') return;
      if (reply === 'cut') {
        incoming.socket.destroy();
        return;
      }
      const { status = 200, headers = {}, body = {} } = reply;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    search: url.searchParams,
    headers: new Headers(incoming.headers as Record<string, string>),
    bytes,
    json: parse(bytes),
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
