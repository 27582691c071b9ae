import { Draft } from '@affiche/core';
import { x, type XPlatform } from '@affiche/platforms/x';
import { type Fault, xSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, film, once, picture, publishUnder } from './crash-matrix.ts';

const draft = Draft.parse({
  id: 'thread',
  items: [
    { text: 'One, with a picture & https://example.com/a?b=1.', media: [picture] },
    { text: 'Two, an answer to one.', role: 'reply', media: [film] },
  ],
});
const thread = once(draft);

const adapter = x({ settleSeconds: 0 });
/** A film takes several requests; whoever publishes goes on with it until it is done. */
const platform: XPlatform = {
  ...adapter,
  async run(account, step, progress, io) {
    let result = await adapter.run(account, step, progress, io);
    for (let round = 0; round < 5 && result.status === 'pending'; round += 1) {
      const { checkpoint } = result;
      result = await adapter.run(account, step, { ...progress, checkpoint }, io);
    }
    return result;
  },
};

const publish = (fault: Fault) =>
  publishUnder(fault, { platform, start: xSandbox, handle: 'bakery', draft });

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    'POST /2/media/upload',
    'POST /2/media/metadata',
    'POST /2/media/upload/initialize',
    'POST /2/media/upload/:id/append',
    'POST /2/media/upload/:id/finalize',
  ])('at %s ends with the thread, once', async (on) => {
    expect(await publish({ on, effect })).toEqual(thread);
  });

  it.concurrent('at the first or the second post ends with the thread, once', async () => {
    const on = 'POST /2/tweets';
    const ends = await Promise.all([publish({ on, effect }), publish({ on, effect, after: 1 })]);
    expect(ends).toEqual([thread, thread]);
  });
});

describe('a film', () => {
  it.each(['media-stuck', 'media-failed'] as const)(
    'that is %s is sent again, and then the thread goes out',
    async (effect) => {
      const on = 'POST /2/media/upload/:id/finalize';
      expect(await publish({ on, effect })).toEqual(thread);
    },
  );
});
