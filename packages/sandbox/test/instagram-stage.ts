import { Draft, instant, simulatedClock, type Step } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { type InstagramSandboxSettings, instagramSandbox } from '@affiche/sandbox';
import { adapterIo, runSteps } from './adapter-io.ts';

const platform = instagram();

/** A picture and a film that Instagram takes. */
export const image = {
  source: { url: 'https://cdn.example.com/boots.jpg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Brown boots.',
};
/** A film that Instagram takes. */
export const film = {
  ...image,
  source: { url: 'https://cdn.example.com/boots.mp4' },
  kind: 'video' as const,
  mimeType: 'video/mp4',
  durationSeconds: 12,
};
const filmBytes = new Uint8Array(Buffer.from('00000018667479706d703432000000006d703432', 'hex'));

/** A server with one account, and a clock that is moved by hand. */
export async function openInstagram(settings: Partial<InstagramSandboxSettings> = {}) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await instagramSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery', followers: 8000 });
  const account = { platform: 'instagram', id, host: server.host, handle: '@bakery' };
  const io = { ...adapterIo(credentials, clock), openMedia: async () => filmBytes };
  const compile = (draft: object, options: object = {}): Step[] =>
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
    account,
    clock,
    io,
    compile,
    publish: (draft: object, options: object = {}) =>
      runSteps(platform, account, compile(draft, options), io),
    /** Everything up to the publication. */
    async prepare(draft: object) {
      const steps = compile(draft);
      const position = steps.findIndex(({ id }) => id === 'post-0');
      const { outputs } = await runSteps(platform, account, steps.slice(0, position), io);
      const post = steps[position];
      if (!post) throw new Error('nothing is published');
      return { post, outputs };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
