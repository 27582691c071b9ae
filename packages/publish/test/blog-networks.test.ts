import { type AnyPlatform, type Json, simulatedClock } from '@affiche/core';
import { reddit } from '@affiche/platforms/reddit';
import { tumblr } from '@affiche/platforms/tumblr';
import { platformConformance } from '@affiche/publish/conformance';
import { redditSandbox, type Sandbox, tumblrSandbox } from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './bench.ts';

const clock = simulatedClock({ start, automatic: true });
const roomy = { postsPerTenMinutes: 1e6, accessSeconds: 1e8 };
const threads = await redditSandbox({ clock, settings: roomy });
const blogs = await tumblrSandbox({ clock, settings: { postsPerDay: 1e6, accessSeconds: 1e8 } });
afterAll(async () => {
  await threads.close();
  await blogs.close();
});

// A blog has no threads: what goes on in one is a post of its own there.
const blog: AnyPlatform = tumblr();
const apart: AnyPlatform = {
  ...blog,
  check: (composition) =>
    blog.check(composition).filter(({ rule }) => !rule.endsWith('/thread/not-offered')),
};

const stages: [string, AnyPlatform, Sandbox<unknown>, Record<string, Json>][] = [
  ['Reddit', reddit(), threads, { subreddit: 'boots', title: 'Boots' }],
  ['Tumblr', apart, blogs, {}],
];

describe.each(stages)('%s', (name, platform, server, options) => {
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const cases = platformConformance(platform, {
    account: { platform: platform.id, id, host: server.host },
    credentials,
    clock,
    options,
    texts: async () => server.posts(id).map(({ text }) => text),
  });
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
