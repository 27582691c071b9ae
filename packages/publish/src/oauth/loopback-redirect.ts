import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '@affiche/core';

/** A place on this machine where a browser comes back to. */
export interface Redirect {
  readonly redirectUri: string;
  /** What the browser brought, the first time it came. */
  readonly received: Promise<URLSearchParams>;
  /** Shows the person a sentence in the browser. */
  tell(sentence: string): void;
  [Symbol.asyncDispose](): Promise<void>;
}

const path = '/callback';

/**
 * Listens on a port of the loopback interface.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc8252#section-7.3 | RFC 8252, loopback redirection}
 */
export async function listenForRedirect(port: number): Promise<Redirect> {
  const server = createServer();
  // An address and not a name: `localhost` may be led elsewhere.
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: unknown) => {
    throw new ConfigurationError('oauth-port-taken', {
      message: `Port ${port} of this machine cannot be listened on`,
      hint: 'Stop what listens there, or choose another port.',
      cause: error,
    });
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { promise, resolve } = Promise.withResolvers<URLSearchParams>();
  let browser: ServerResponse | undefined;
  server.on('request', (request, response) => {
    const url = URL.parse(request.url ?? '', origin);
    const isOurs = url?.pathname === path && `http://${request.headers.host}` === origin;
    const isAnswer = url?.searchParams.has('state') || url?.searchParams.has('error');
    if (!isOurs || !isAnswer || request.method !== 'GET') return page(response, 404, 'Not found.');
    if (browser) return page(response, 409, 'This sign-in is over.');
    browser = response;
    return resolve(url.searchParams);
  });
  return {
    redirectUri: `${origin}${path}`,
    received: promise,
    tell(sentence) {
      if (browser) page(browser, 200, sentence);
    },
    [Symbol.asyncDispose]: () => close(server),
  };
}

function page(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(`${sentence}\n`);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // Whoever is being told something hears it to the end.
  server.closeIdleConnections();
  const open = setTimeout(() => server.closeAllConnections(), 500);
  await closed;
  clearTimeout(open);
}
