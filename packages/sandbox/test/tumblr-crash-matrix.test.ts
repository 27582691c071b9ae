import { Draft } from '@affiche/core';
import { tumblr } from '@affiche/platforms/tumblr';
import { type Fault, tumblrSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, once, picture, publishUnder } from './crash-matrix.ts';

const stage = { platform: tumblr(), start: tumblrSandbox, handle: 'bakery' };
const words = Draft.parse({ id: 'words', items: [{ text: 'With almonds.\n\nAnd a bean.' }] });
const picturesAndWords = Draft.parse({
  id: 'pictures',
  items: [{ text: 'The galette is back.', media: [picture, picture] }],
});

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['a post of words', { on: 'POST /posts', effect }, words],
    ['a post of pictures', { on: 'POST /posts', effect }, picturesAndWords],
  ] satisfies [string, Fault, Draft][])('at %s ends with one', async (_name, fault, draft) => {
    expect(await publishUnder(fault, { ...stage, draft })).toEqual({
      ...once(draft),
      chained: false,
    });
  });
});
