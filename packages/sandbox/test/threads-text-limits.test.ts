import { Draft, hasErrors } from '@affiche/core';
import { threads } from '@affiche/platforms/threads';
import { threadsSandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';

const links = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://example.com/${index}.`).join(' ');

it.each([
  ['500 letters', 'x'.repeat(500), true],
  ['501 letters', 'x'.repeat(501), false],
  ['500 Hebrew letters', 'ש'.repeat(500), true],
  ['125 boots', '🥾'.repeat(125), true],
  ['126 boots', '🥾'.repeat(126), false],
  ['a family that fits', `${'x'.repeat(482)}👩‍👩‍👧`, true],
  ['a family too large', `${'x'.repeat(483)}👩‍👩‍👧`, false],
  ['a flag that fits', `${'x'.repeat(492)}🇦🇹`, true],
  ['a flag too large', `${'x'.repeat(493)}🇦🇹`, false],
  ['five links', links(5), true],
  ['six links', links(6), false],
  ['one link six times', 'https://example.com '.repeat(6), true],
])('%s are one matter to the adapter and to the server', async (_name, text, fits) => {
  await using server = await threadsSandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const platform = threads();
  const draft = Draft.parse({ id: 'draft', items: [{ text }] });
  const findings = platform.check({
    account: { platform: 'threads', id },
    draft,
    options: platform.options.parse({}),
    facts: platform.defaultFacts,
  });
  const answer = await fetch(`${server.url}/v1.0/me/threads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${credentials['accessToken']}` },
    body: new URLSearchParams({ media_type: 'TEXT', text }),
  });
  expect([!hasErrors(findings), answer.ok]).toEqual([fits, fits]);
});
