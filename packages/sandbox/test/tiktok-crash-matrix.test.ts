import { Draft } from '@affiche/core';
import { tiktok, TikTokOptions } from '@affiche/platforms/tiktok';
import { type Fault, tiktokSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { chosen } from '../../platforms/test/tiktok/options.ts';
import { atCommit, film, once, publishUnder } from './crash-matrix.ts';

const platform = {
  ...tiktok({ audited: true }),
  // What a person chose; nothing of it has a default.
  options: TikTokOptions.catch(TikTokOptions.parse(chosen)),
};
const draft = Draft.parse({ id: 'film', items: [{ text: 'Folding #galette', media: [film] }] });
const stage = { platform, start: tiktokSandbox, handle: 'bakery', draft };

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['the announcement', { on: 'POST /v2/post/publish/video/init/', effect }],
    ['the bytes', { on: 'PUT /video/', effect }],
    ['the question', { on: 'POST /v2/post/publish/status/fetch/', effect }],
  ] satisfies [string, Fault][])('at %s ends with one film', async (_name, fault) => {
    expect(await publishUnder(fault, stage)).toEqual({ ...once(draft), chained: false });
  });
});

it('shows nobody a film that TikTok gave up on', async () => {
  const fault = { on: 'POST /v2/post/publish/video/init/', effect: 'media-failed' } as const;
  expect((await publishUnder(fault, stage)).texts).toEqual([]);
});
