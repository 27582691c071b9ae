import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AnyPlatform,
  type Failure,
  type Json,
  type PlatformIo,
  PlatformError,
  type StepResult,
  systemClock,
} from '@affiche/core';
import { modelNetwork, modelPlatform } from '@affiche/publish/conformance';

/** How the adapter passes on what the server said. */
export type Leak =
  | 'rejects'
  | 'rejects-for-login'
  | 'is-unsure'
  | 'cannot-tell'
  | 'throws'
  | 'throws-nested'
  | 'is-done';

/** A server on loopback that answers whatever it is asked with everything it was told, in every spelling. */
export async function echoServer(secrets: readonly string[]) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = (await request.toArray()).join('');
      heard.push(JSON.stringify([request.headers, request.url, body]));
      const told = `${request.headers.authorization} ${request.url} ${body}`;
      const spelt = secrets.flatMap((secret) => [
        secret,
        JSON.stringify(secret),
        encodeURIComponent(secret),
        new URLSearchParams({ pin: secret }).toString(),
        Buffer.from(secret).toString('base64'),
        Buffer.from(secret).toString('base64url'),
      ]);
      response.writeHead(500, { 'x-echo': `${request.headers.authorization} ${request.url}` });
      response.end(JSON.stringify({ error: told, spelt, [secrets[0] ?? '']: 'as a name' }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An adapter that sends its credentials everywhere, and repeats whatever comes back. */
export function echoingPlatform(url: string, leak: Leak): AnyPlatform {
  const network = modelNetwork({ clock: systemClock(), recognition: 'lookup', login: true });
  const model = modelPlatform(network, { id: 'echo', timeoutSeconds: 5, settleSeconds: 0 });
  const fail = async (io: PlatformIo): Promise<never> => {
    const failure = await ask(url, io, 'transient');
    throw new PlatformError('echo', { message: failure.message, details: { failure } });
  };
  return {
    ...model,
    facts: async (_account, io) => {
      await ask(url, io, 'transient');
      return {};
    },
    verify: async (_account, io) => void (await ask(url, io, 'transient')),
    authenticate: async (_account, io) => fail(io),
    insights: async (_account, _posts, io) => fail(io),
    run: async (_account, _step, _progress, io): Promise<StepResult> => {
      const failure = await ask(url, io, leak === 'rejects-for-login' ? 'auth-expired' : 'invalid');
      const { message, payload = null } = failure;
      switch (leak) {
        case 'is-unsure':
        case 'cannot-tell':
          return { status: 'ambiguous', failure };
        case 'throws':
          throw new Error(message);
        case 'throws-nested':
          throw new PlatformError('echo', { message, details: { failure }, cause: message });
        case 'is-done': {
          const evidence = { statement: `it is there: ${message}`, facts: payload };
          return { status: 'done', output: { id: 'post-1' }, evidence };
        }
        case 'rejects':
        case 'rejects-for-login':
        default:
          return { status: 'rejected', failure };
      }
    },
    reconcile: async (_account, _step, _progress, _armedAt, io) => {
      const { message } = await ask(url, io, 'unknown');
      if (leak === 'cannot-tell') return { status: 'inconclusive', why: message };
      return { status: 'absent', evidence: { statement: message } };
    },
  };
}

async function ask(url: string, io: PlatformIo, kind: Failure['kind']): Promise<Failure> {
  const { token = '', password = '', clientSecret = '' } = io.credentials;
  const response = await io.fetch(`${url}/posts?pin=${encodeURIComponent(password)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ pin: password, proof: clientSecret, opened: token }),
  });
  const payload = (await response.json()) as Json;
  const message = `the server said ${JSON.stringify(payload)} (${response.headers.get('x-echo')})`;
  return { kind, message, code: message, payload, hint: message, status: response.status };
}
