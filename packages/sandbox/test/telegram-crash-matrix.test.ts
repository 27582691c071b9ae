import { Draft } from '@affiche/core';
import { telegram } from '@affiche/platforms/telegram';
import { type Fault, telegramSandbox } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { publishBlindly } from './blind-crash-matrix.ts';
import { atCommit, picture } from './crash-matrix.ts';

const draft = Draft.parse({
  id: 'thread',
  items: [
    { text: 'One, with a picture.', media: [picture] },
    { text: 'Two, an answer to one.', role: 'reply' },
  ],
});
const texts = draft.items.map(({ text }) => text);
const proofs = new Set(['rate-limit', 'expire-token']);

const publishWith = (fault: Fault) =>
  publishBlindly(fault, {
    platform: telegram(),
    start: telegramSandbox,
    draft,
    options: { pin: true },
  });

describe.concurrent.each(atCommit)('%s', (effect) => {
  it.concurrent.each([
    ['sendPhoto', 0],
    ['sendMessage', 1],
  ])('at %s shows nothing twice, and asks a person where nobody can know', async (name, before) => {
    const shown = before + (effect.endsWith('before-commit') ? 0 : 1);
    expect(await publishWith({ on: `POST ${name}`, effect })).toEqual(
      proofs.has(effect)
        ? { state: 'published', texts }
        : { state: 'parked', texts: texts.slice(0, shown) },
    );
  });

  it.concurrent('at the pin ends with a pin: the chat shows it', async () => {
    expect(await publishWith({ on: 'POST pinChatMessage', effect })).toEqual({
      state: 'published',
      texts,
    });
  });
});
