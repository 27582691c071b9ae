import { Draft } from '@affiche/core';
import { pinterest } from '@affiche/platforms/pinterest';
import { type Fault, pinterestSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, film, once, picture, publishUnder } from './crash-matrix.ts';

const adapter = pinterest();
// The board that the first account of every server begins with.
const options = adapter.options.parse({ board: '549755885002', cover: { atSeconds: 1 } });
const platform: typeof adapter = {
  ...adapter,
  compile: (composition, seed) => adapter.compile({ ...composition, options }, seed),
};
const pinned = (media: readonly object[]) =>
  Draft.parse({ id: 'galette', items: [{ text: 'The galette is back.', media }] });
const stage = { platform, start: pinterestSandbox, handle: 'bakery' };

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['a picture', { on: 'POST /pins', effect }, pinned([picture])],
    ['a carousel', { on: 'POST /pins', effect }, pinned([picture, picture])],
    ['the registration of a film', { on: 'POST /media', effect }, pinned([film])],
    ['the bytes of a film', { on: 'POST /media-upload/', effect }, pinned([film])],
    ['the pin of a film', { on: 'POST /pins', effect }, pinned([film])],
  ] satisfies [string, Fault, Draft][])('at %s ends with one pin', async (_name, fault, draft) => {
    const end = await publishUnder(fault, { ...stage, draft });
    expect(end).toEqual({ ...once(draft), chained: false });
  });
});

it('sends a film again that is worked on for ever', async () => {
  const draft = pinned([film]);
  const end = await publishUnder({ on: 'POST /media', effect: 'media-stuck' }, { ...stage, draft });
  expect(end).toEqual({ ...once(draft), chained: false });
});
