import { Draft } from '@affiche/core';
import { wordpress } from '@affiche/platforms/wordpress';
import { type Fault, wordpressSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { atCommit, once, picture, publishUnder } from './crash-matrix.ts';

const draft = Draft.parse({
  id: 'blog',
  items: [
    { text: 'The galette is back, with a picture.', media: [picture] },
    { text: 'First to say so.', role: 'first-comment' },
  ],
});

const publishWith = (fault: Fault) =>
  publishUnder(fault, { platform: wordpress(), start: wordpressSandbox, handle: 'baker', draft });

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each(['POST /media', 'POST /posts', 'POST /posts/:id', 'POST /comments'])(
    'at %s ends with the post and its comment, once',
    async (on) => {
      const { known: _, ...end } = await publishWith({ on, effect });
      const { known: __, ...expected } = once(draft);
      expect(end).toEqual(expected);
    },
  );
});
