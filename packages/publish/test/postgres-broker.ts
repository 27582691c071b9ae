import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { postgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers each request with the address of an empty database on PostgreSQL. */
    postgresBroker: string;
  }
}

/**
 * One PostgreSQL for all tests of a run, whichever process they are in: started when the first of
 * them asks for a database, stopped when all are done.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: ReturnType<typeof postgresServer> | undefined;
  let count = 0;

  async function newDatabase(): Promise<string> {
    server ??= postgresServer({ durable: false });
    const { url } = await server;
    const name = `test_${(count += 1)}`;
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    await client.end();
    return url.replace(/[^/]+$/, name);
  }

  const broker = createServer((_request, response) => {
    newDatabase().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  broker.listen(0, '127.0.0.1');
  await once(broker, 'listening');
  const { port } = broker.address() as AddressInfo;
  project.provide('postgresBroker', `http://127.0.0.1:${port}`);
  return async () => {
    broker.closeAllConnections();
    broker.close();
    await (await server)?.remove();
  };
}
