import { Draft, instant, type PlatformIo, type Step } from '@affiche/core';
import { wordpress } from '@affiche/platforms/wordpress';
import { adapterIo, runSteps } from './adapter-io.ts';

/** A blog to publish on, real or not. */
export interface Blog {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

const platform = wordpress();

/** What a publisher does with a blog on a good day, and what a reader and the API see then. */
export function openBlog({ host, username, password }: Blog, fetch?: PlatformIo['fetch']) {
  const credentials = { username, applicationPassword: password };
  const io = { ...adapterIo(credentials), ...(fetch && { fetch }) };
  const account = { platform: 'wordpress', id: username, host };
  const compile = (draft: object, options: object = {}, key = 'key'): Step[] =>
    platform.compile(
      {
        account,
        draft: Draft.parse({ id: 'draft', ...draft }),
        options: platform.options.parse(options),
        facts: platform.defaultFacts,
      },
      { key, at: instant(io.clock.now()) },
    );
  /** Asks the blog itself, past the adapter. */
  const ask = async (path: string, method = 'GET', body?: unknown) => {
    const authorization = `Basic ${btoa(`${username}:${password}`)}`;
    const response = await globalThis.fetch(`http://${host}/wp-json/wp/v2${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  return {
    account,
    io,
    platform,
    compile,
    ask,
    publish: async (draft: object, options: object = {}, key = 'key') =>
      (await runSteps(platform, account, compile(draft, options, key), io)).outputs,
  };
}
