import { Draft } from '@affiche/core';
import { reddit } from '@affiche/platforms/reddit';
import { type Fault, redditSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, once, picture, publishUnder } from './crash-matrix.ts';

const adapter = reddit();
const options = adapter.options.parse({ subreddit: 'boots', title: 'The galette is back' });
const platform: typeof adapter = {
  ...adapter,
  compile: (composition, seed) => adapter.compile({ ...composition, options }, seed),
};
const stage = { platform, start: redditSandbox, handle: 'bakery' };
const words = Draft.parse({
  id: 'words',
  items: [{ text: 'With almonds.' }, { text: 'And a bean.', role: 'reply' }],
});
const gallery = Draft.parse({ id: 'gallery', items: [{ media: [picture, picture] }] });
const photo = Draft.parse({ id: 'photo', items: [{ media: [picture] }] });
const shown = { struck: 1, texts: [options.title], chained: false, known: true };

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['a post', { on: 'POST /api/submit', effect }, words, once(words)],
    ['a comment', { on: 'POST /api/comment', effect }, words, once(words)],
    ['a gallery', { on: 'POST /api/submit_gallery*', effect }, gallery, shown],
    ['a picture', { on: 'POST /api/submit', effect }, photo, shown],
    ['a place for a file', { on: 'POST /api/media/asset.json', effect }, photo, shown],
  ] satisfies [string, Fault, Draft, object][])(
    'at %s ends with everything once',
    async (_name, fault, draft, expected) => {
      expect(await publishUnder(fault, { ...stage, draft })).toEqual(expected);
    },
  );
});
