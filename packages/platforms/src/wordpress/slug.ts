import { contentHash } from '@affiche/core';

/** The last part of an address, as WordPress writes it: small Latin letters, digits and hyphens. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** A slug that no other publication has: the title, and a few letters of the seed. */
export function uniqueSlug(title: string, key: string): string {
  const letters = contentHash(['slug', key]).slice(0, 8);
  const words = slugOf(title).slice(0, 60).replace(/-+$/, '');
  return words === '' ? `post-${letters}` : `${words}-${letters}`;
}
