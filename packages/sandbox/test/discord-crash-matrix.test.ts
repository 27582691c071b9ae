import { Draft } from '@affiche/core';
import { discord } from '@affiche/platforms/discord';
import { discordSandbox, type Fault } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { publishBlindly } from './blind-crash-matrix.ts';
import { atCommit, picture } from './crash-matrix.ts';

const draft = Draft.parse({
  id: 'thread',
  items: [
    { text: 'One.', media: [picture] },
    { text: 'Two.', role: 'reply' },
  ],
});
const texts = draft.items.map(({ text }) => text);
const post = 'POST /webhooks/:webhook/:token';
const proofs = new Set(['rate-limit', 'expire-token']);

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([0, 1])('at message %i of a webhook shows nothing twice', async (after) => {
    const fault: Fault = { on: post, effect, after };
    const shown = after + (effect.endsWith('before-commit') ? 0 : 1);
    expect(
      await publishBlindly(fault, { platform: discord(), start: discordSandbox, draft }),
    ).toEqual(
      proofs.has(effect)
        ? { state: 'published', texts }
        : { state: 'parked', texts: texts.slice(0, shown) },
    );
  });
});
