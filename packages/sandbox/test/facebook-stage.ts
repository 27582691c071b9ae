import { Draft, instant, simulatedClock } from '@affiche/core';
import { facebook } from '@affiche/platforms/facebook';
import { facebookSandbox, type FacebookSettings } from '@affiche/sandbox';
import { adapterIo, runSteps } from './adapter-io.ts';
import { film } from './crash-matrix.ts';
import { pixel } from './personal-data-server/blobs.ts';

const filmBytes = Buffer.from('\0\0\0\x1cftypisom\0\0\0\0');

/** A page on a server of its own, an adapter, and time that stands still. */
export async function openFacebook(
  settings: Partial<FacebookSettings> = {},
  { version }: { readonly version?: string } = {},
) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await facebookSandbox({ clock, settings });
  const platform = facebook(version === undefined ? {} : { version });
  const { id, credentials } = server.createAccount({ handle: 'Bakery', followers: 50_000 });
  const account = { platform: 'facebook', id, host: server.host };
  const io = {
    ...adapterIo(credentials, clock),
    openMedia: async (source: object) =>
      new Uint8Array('path' in source && source.path === film.source.path ? filmBytes : pixel),
  };
  const compile = (draft: object, options: object = {}) =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', ...draft }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key: 'one', at: instant(clock.now()) },
    );
  return {
    server,
    platform,
    account,
    clock,
    io,
    compile,
    /** Asks the server itself. */
    ask: async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) {
        headers.set('authorization', `Bearer ${credentials['accessToken']}`);
      }
      const answer = await fetch(`${server.url}${path}`, { redirect: 'manual', ...init, headers });
      const body: unknown = answer.status === 302 ? undefined : await answer.json();
      return { status: answer.status, headers: answer.headers, body };
    },
    publish: async (draft: object, options: object = {}) => {
      const publishedAt = instant(clock.now());
      const steps = compile(draft, options);
      const { outputs } = await runSteps(platform, account, steps, io);
      return { id: outputs['post-0']?.id ?? '', publishedAt, outputs, steps };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
