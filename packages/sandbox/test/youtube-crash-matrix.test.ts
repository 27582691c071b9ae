import { Draft } from '@affiche/core';
import { youtube } from '@affiche/platforms/youtube';
import { type Fault, youtubeSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, film, once, publishUnder } from './crash-matrix.ts';

const draft = Draft.parse({
  id: 'film',
  items: [
    { text: 'Galette', media: [film] },
    { text: 'Questions?', role: 'first-comment' },
  ],
});
const stage = { platform: youtube(), start: youtubeSandbox, handle: 'Bakery', draft };

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['the session', { on: 'POST /upload/videos', effect }],
    ['the bytes', { on: 'PUT /upload/videos', effect }],
    ['the question', { on: 'GET /videos', effect }],
    ['the comment', { on: 'POST /commentThreads', effect }],
  ] satisfies [string, Fault][])('at %s ends with one film', async (_name, fault) => {
    expect(await publishUnder(fault, stage)).toEqual(once(draft));
  });
});
