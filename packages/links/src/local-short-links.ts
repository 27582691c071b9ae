import { type Clock, ConfigurationError, contentHash, instant } from '@affiche/core';
import type { ClicksOptions, ShortLink, ShortLinks } from './short-links.ts';

/** Where short links and clicks are kept; give your own to outlive the process. */
export interface ShortLinkStore {
  find(slug: string): Promise<ShortLink | undefined>;
  /** Keeps a link unless the slug is taken, and gives back what is kept under it. */
  add(slug: string, link: ShortLink): Promise<ShortLink>;
  /** Remembers a click at a time in milliseconds since the epoch. */
  click(slug: string, at: number): Promise<void>;
  /** The times of clicks on a slug, oldest first. */
  clicks(slug: string): Promise<readonly number[]>;
}

/** How links are shortened at home. */
export interface LocalShortLinksOptions {
  /** What short links begin with: `https://go.example.com`. */
  readonly base: string;
  readonly clock: Clock;
  /**
   * Where they are kept.
   *
   * @defaultValue {@link memoryShortLinkStore}
   */
  readonly store?: ShortLinkStore;
}

/** Short links of one's own, with the requests that they bring. */
export interface LocalShortLinks extends ShortLinks {
  /** Answers a visitor's request: a redirect that is counted, or 404. Fits any server that speaks `fetch`. */
  answer(request: Request): Promise<Response>;
}

const shortest = 7;
const secondsOf = { minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 };

/**
 * Shortens links without anybody else. Slugs are derived from the long link, so that the same link
 * gets the same slug on every machine.
 *
 * ```ts
 * import { simulatedClock } from '@affiche/core';
 * import { localShortLinks } from '@affiche/links';
 *
 * const clock = simulatedClock({ start: '2027-01-04T08:00:00Z' });
 * const links = localShortLinks({ base: 'https://go.example.com', clock });
 * const { url } = await links.shorten('https://example.com/?utm_source=x', { slug: 'galette' });
 * url; // => 'https://go.example.com/galette'
 * (await links.answer(new Request(url))).status; // => 302
 * (await links.clicks(url)).total; // => 1
 * ```
 */
export function localShortLinks(options: LocalShortLinksOptions): LocalShortLinks {
  const { clock, store = memoryShortLinkStore() } = options;
  const base = options.base.replace(/\/+$/, '');

  async function keep(slug: string, target: string): Promise<ShortLink> {
    const createdAt = instant(clock.now());
    return store.add(slug, { id: slug, url: `${base}/${slug}`, target, createdAt });
  }

  return {
    async shorten(target, { slug, signal } = {}) {
      signal?.throwIfAborted();
      refuseUnlessWebAddress(target);
      if (slug !== undefined) return keepChosen(slug, target);
      const hash = contentHash(target);
      for (let length = shortest; length <= hash.length; length += 1) {
        const kept = await keep(letters(hash).slice(0, length), target);
        if (kept.target === target) return kept;
      }
      throw new ConfigurationError('slug-taken', { message: `No slug is free for ${target}` });
    },
    async expand(url) {
      return store.find(slugOf(url, base));
    },
    async clicks(url, { unit = 'day', units = 30 }: ClicksOptions = {}) {
      const span = secondsOf[unit] * 1000;
      const first = (Math.floor(clock.now() / span) - units + 1) * span;
      const times = (await store.clicks(slugOf(url, base))).filter((time) => time >= first);
      const counts = new Map<number, number>();
      for (const time of times) {
        const from = Math.floor(time / span) * span;
        counts.set(from, (counts.get(from) ?? 0) + 1);
      }
      const series = [...counts].map(([from, clicks]) => ({ from: instant(from), clicks }));
      return { total: times.length, series };
    },
    async answer(request) {
      const slug = new URL(request.url).pathname.slice(1);
      const link = await store.find(slug);
      if (!link) return new Response(null, { status: 404 });
      // A look ahead by a chat or a crawler is no click.
      if (request.method === 'GET') await store.click(slug, clock.now());
      // Temporary, so that browsers ask again and every click is counted.
      return new Response(null, {
        status: 302,
        headers: { location: link.target, 'cache-control': 'private, no-store' },
      });
    },
  };

  async function keepChosen(slug: string, target: string): Promise<ShortLink> {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(slug)) {
      throw new ConfigurationError('invalid-slug', {
        message: `"${slug}" cannot be part of a short link`,
        hint: 'Use at most 64 letters, digits, hyphens and underscores.',
        details: { slug },
      });
    }
    const kept = await keep(slug, target);
    if (kept.target === target) return kept;
    throw new ConfigurationError('slug-taken', {
      message: `"${slug}" already leads to ${kept.target}`,
      hint: 'Choose another slug.',
      details: { slug, target: kept.target },
    });
  }
}

/** Keeps short links as long as the process lives. */
export function memoryShortLinkStore(): ShortLinkStore {
  const links = new Map<string, ShortLink>();
  const clicks = new Map<string, number[]>();
  return {
    find: async (slug) => links.get(slug),
    async add(slug, link) {
      const kept = links.get(slug) ?? link;
      links.set(slug, kept);
      return kept;
    },
    async click(slug, at) {
      clicks.set(slug, [...(clicks.get(slug) ?? []), at]);
    },
    clicks: async (slug) => clicks.get(slug) ?? [],
  };
}

function refuseUnlessWebAddress(target: string): void {
  if (URL.canParse(target) && /^https?:$/.test(new URL(target).protocol)) return;
  throw new ConfigurationError('invalid-link', {
    message: `"${target}" is not a web address`,
    hint: 'Write it in full, like https://example.com/page.',
    details: { target },
  });
}

function slugOf(url: string, base: string): string {
  return url.startsWith(`${base}/`) ? (url.slice(base.length + 1).split(/[?#]/)[0] ?? '') : url;
}

/** Hexadecimal digits as letters and digits that nobody confuses. */
function letters(hash: string): string {
  const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
  let number = BigInt(`0x${hash}`);
  let text = '';
  while (number > 0n) {
    text += alphabet[Number(number % 31n)] ?? '';
    number /= 31n;
  }
  return text;
}
