import { AfficheError, instant, simulatedClock } from '@affiche/core';
import { localShortLinks, memoryShortLinkStore } from '@affiche/links';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

function setUp(store = memoryShortLinkStore()) {
  const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
  return { clock, links: localShortLinks({ base: 'https://go.example.com/', clock, store }) };
}

describe('localShortLinks', () => {
  test('gives one long link one short link, and every long link another', async () => {
    const { links } = setUp();
    const seen = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(webAddress, async (target) => {
        const { url } = await links.shorten(target);
        expect(url).toMatch(/^https:\/\/go\.example\.com\/[2-9a-z]{7,}$/);
        expect((await links.shorten(target)).url).toBe(url);
        expect((await links.expand(url))?.target).toBe(target);
        expect(seen.get(url) ?? target).toBe(target);
        seen.set(url, target);
      }),
    );
  });

  test('gives the same slug on every machine', async () => {
    const [one, other] = [setUp(), setUp()];
    const target = 'https://example.com/?utm_source=x';
    expect(await one.links.shorten(target)).toEqual(await other.links.shorten(target));
  });

  test('moves on when a slug is taken', async () => {
    const { links } = setUp();
    const { id } = await links.shorten('https://example.com/a');
    const store = memoryShortLinkStore();
    await store.add(id, {
      id,
      url: 'https://go.example.com/taken',
      target: 'https://example.com/z',
    });
    const moved = await setUp(store).links.shorten('https://example.com/a');
    expect(moved.id).toHaveLength(8);
    expect(moved.id.startsWith(id)).toBe(true);
  });

  test('redirects, and counts each click in its span', async () => {
    const { clock, links } = setUp();
    const { url } = await links.shorten('https://example.com/p', { slug: 'galette' });
    const visit = (method = 'GET') => links.answer(new Request(`${url}?fbclid=x`, { method }));
    const response = await visit();
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://example.com/p');
    await visit('HEAD');
    await clock.advance(86_400);
    await visit();
    await visit();
    expect(await links.clicks(url)).toEqual({
      total: 3,
      series: [
        { from: instant(Date.UTC(2027, 0, 4)), clicks: 1 },
        { from: instant(Date.UTC(2027, 0, 5)), clicks: 2 },
      ],
    });
    expect((await links.clicks(url, { unit: 'day', units: 1 })).total).toBe(2);
    expect((await links.clicks(url, { unit: 'hour', units: 24 })).series).toHaveLength(1);
  });

  test('answers 404 for what it does not know', async () => {
    const { links } = setUp();
    expect((await links.answer(new Request('https://go.example.com/nothing'))).status).toBe(404);
    expect(await links.expand('https://go.example.com/nothing')).toBeUndefined();
    expect(await links.clicks('https://go.example.com/nothing')).toEqual({ total: 0, series: [] });
  });

  test('refuses to lead elsewhere from a slug that is taken', async () => {
    const { links } = setUp();
    await links.shorten('https://example.com/a', { slug: 'a' });
    await expect(links.shorten('https://example.com/a', { slug: 'a' })).resolves.toBeDefined();
    await expect(links.shorten('https://example.com/b', { slug: 'a' })).rejects.toMatchObject({
      code: 'slug-taken',
    });
  });

  test.each(['javascript:alert(1)', 'example.com', ''])('refuses to lead to %j', async (target) => {
    const error: unknown = await setUp()
      .links.shorten(target)
      .catch((reason: unknown) => reason);
    expect(AfficheError.isInstance(error, 'invalid-link')).toBe(true);
  });

  test.each(['a/b', '', '../x', 'é', 'a'.repeat(65)])('refuses the slug %j', async (slug) => {
    await expect(setUp().links.shorten('https://example.com', { slug })).rejects.toMatchObject({
      code: 'invalid-slug',
    });
  });

  test('stops when told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(setUp().links.shorten('https://example.com', { signal })).rejects.toThrow(
      'enough',
    );
  });
});
