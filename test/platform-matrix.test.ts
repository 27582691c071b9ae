import { readFileSync } from 'node:fs';
import { Manifest } from '@affiche/core';
import { expect, it } from 'vitest';
import { platformMatrix, readManifests } from '../scripts/platform-matrix.ts';

/** A page without how wide its columns are. */
const plain = (page: string) => page.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim();

it('the page about the networks says what the manifests say: npm run platforms writes it', async () => {
  const manifests = await readManifests();
  expect(manifests.length).toBeGreaterThan(4);
  expect(plain(readFileSync('docs/platforms.md', 'utf8'))).toBe(plain(platformMatrix(manifests)));
});

it('every manifest is whole, and says who may use the network and how long access lasts', async () => {
  const manifests = await readManifests();
  const lacking = manifests.filter(({ access, tokenLifetimes }) => !access || !tokenLifetimes);
  expect(lacking.map(({ platform }) => platform)).toEqual([]);
  const broken = manifests.flatMap((each) => Manifest.safeParse(each).error?.issues ?? []);
  expect(broken).toEqual([]);
});
