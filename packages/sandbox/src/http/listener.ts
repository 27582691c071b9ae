import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ConfigurationError } from '@affiche/core';
import type { Answer } from './exchange.ts';

/** A request as it came in, read to its end. */
export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly address: string;
}

/** What the client gets to see of an answer: all of it, a part, or a closed connection. */
export interface Delivery {
  readonly answer?: Answer;
  /** `nothing`: the connection closes without a byte; `half`: in the middle of the body; `never`: it stays open. */
  readonly lost?: 'nothing' | 'half' | 'never';
}

/** A server that listens on loopback and nowhere else. */
export interface Listener {
  /** `http://127.0.0.1:2583` */
  readonly url: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** Listens on a port of the loopback interface; 0 takes any free one. */
export async function listen(
  port: number,
  respond: (request: RawRequest) => Promise<Delivery>,
): Promise<Listener> {
  const server = createServer((request, response) => {
    void serve(request, response, respond);
  });
  // As the real servers do; a client that pauses must not meet a connection that is just closing.
  server.keepAliveTimeout = 90_000;
  server.listen(port, loopback);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new ConfigurationError('port-unavailable', {
      message: `port ${port} of ${loopback} cannot be listened on`,
      hint: 'Choose another port, or 0 for any free one.',
      cause,
    });
  }
  const address = server.address();
  const chosen = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${loopback}:${chosen}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  respond: (request: RawRequest) => Promise<Delivery>,
): Promise<void> {
  try {
    const body = await readBody(request);
    const { answer, lost } = await respond({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', `http://${loopback}`),
      headers: request.headers,
      body,
      address: request.socket.remoteAddress ?? loopback,
    });
    deliver(response, answer, lost);
  } catch {
    // The client went away while it was still sending; nobody is left to answer.
    response.destroy();
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function deliver(response: ServerResponse, answer?: Answer, lost?: Delivery['lost']): void {
  if (lost === 'never') return;
  if (lost === 'nothing' || !answer) {
    response.destroy();
    return;
  }
  const { payload, type } = encode(answer.body);
  const half = lost === 'half';
  response.writeHead(answer.status, {
    ...(type === undefined ? {} : { 'content-type': type }),
    // A body of unknown length could not be told from a short one.
    'content-length': String(payload.byteLength),
    ...answer.headers,
  });
  if (!half) {
    response.end(payload);
    return;
  }
  response.write(payload.subarray(0, Math.floor(payload.byteLength / 2)), () => {
    response.destroy();
  });
}

function encode(body: unknown): { readonly payload: Buffer; readonly type?: string } {
  if (body === undefined) return { payload: Buffer.alloc(0) };
  if (typeof body === 'string') {
    return { payload: Buffer.from(body), type: 'text/plain; charset=utf-8' };
  }
  if (body instanceof Uint8Array) {
    return { payload: Buffer.from(body), type: 'application/octet-stream' };
  }
  return { payload: Buffer.from(JSON.stringify(body)), type: 'application/json; charset=utf-8' };
}
