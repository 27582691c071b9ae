import { AfficheError, type Clock, ConfigurationError, instant, systemClock } from '@affiche/core';
import ky from 'ky';
import type { z } from 'zod';
import { bitlyError, bitlySilence } from './bitly-errors.ts';
import { bitlyFreePlan, bitlyGate, type BitlyLimits } from './bitly-limits.ts';
import { Bitlink, BitlyClicks, BitlyClickSummary, BitlyPlatformLimits } from './bitly-wire.ts';
import type { ClicksOptions, ShortLink, ShortLinks } from './short-links.ts';

/** How to reach one Bitly account. */
export interface BitlyOptions {
  /** An access token. */
  readonly token: string;
  /** The short domain: `bit.ly`, or one of your own. */
  readonly domain?: string;
  /** The group that links belong to; the account's default when absent. */
  readonly group?: string;
  /**
   * How much this process may use.
   *
   * @defaultValue {@link bitlyFreePlan}
   */
  readonly limits?: Partial<BitlyLimits>;
  /**
   * How often a request that may be repeated is tried in all.
   *
   * @defaultValue 3
   */
  readonly attempts?: number;
  /** @defaultValue the machine's */
  readonly clock?: Clock;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** @defaultValue 'https://api-ssl.bitly.com/v4/' */
  readonly baseUrl?: string;
}

/** Short links by Bitly. */
export interface BitlyShortLinks extends ShortLinks {
  /** What is left by endpoint, as Bitly says; it sends no such headers. */
  limits(options?: {
    readonly signal?: AbortSignal;
  }): Promise<{ endpoint: string; method: string; limit: number; used: number | null }[]>;
}

interface Call {
  readonly method?: 'get' | 'post' | 'patch';
  readonly json?: unknown;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Shortens links with Bitly, inside its three limits: connections at a time, requests in a minute,
 * requests in a month. Failures are {@link @affiche/core!PlatformError | PlatformError}s with a `failure` in their details.
 *
 * ```ts no-run
 * import { bitly } from '@affiche/links';
 *
 * const links = bitly({ token: process.env['BITLY_TOKEN'] ?? '' });
 * const { url } = await links.shorten('https://example.com/?utm_source=x&utm_medium=social');
 * await links.clicks(url, { unit: 'day', units: 7 });
 * ```
 *
 * @see {@link https://dev.bitly.com | Bitly: API v4}
 */
export function bitly(options: BitlyOptions): BitlyShortLinks {
  const { token, domain, group, attempts = 3, clock = systemClock() } = options;
  const gate = bitlyGate({ ...bitlyFreePlan, ...options.limits }, clock);
  const http = ky.create({
    prefix: options.baseUrl ?? 'https://api-ssl.bitly.com/v4/',
    headers: { authorization: `Bearer ${token}` },
    retry: 0,
    throwHttpErrors: false,
    redirect: 'error',
    ...(options.fetch && { fetch: options.fetch }),
  });

  async function call<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    { method = 'get', json, query, signal }: Call = {},
  ): Promise<z.output<Schema>> {
    return gate(async () => {
      const response = await http(path, {
        method,
        ...(json !== undefined && { json }),
        ...(query && { searchParams: query }),
        ...(signal && { signal }),
      });
      if (!response.ok) throw await bitlyError(response, clock.now());
      return schema.parse(await response.json());
    }, signal).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw AfficheError.isInstance(error) ? error : bitlySilence(error);
    });
  }

  /** All calls here may be repeated: reading changes nothing, and one long link has one short link. */
  async function persist<Result>(
    work: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const kind = kindOf(error);
        if (attempt >= attempts || (kind !== 'transient' && kind !== 'rate-limited')) throw error;
        await clock.sleep(kind === 'rate-limited' ? 60 : 2 ** attempt, signal && { signal });
      }
    }
  }

  return {
    async shorten(target, { slug, title, tags, signal } = {}) {
      const place = { ...(domain && { domain }), ...(group && { group_guid: group }) };
      const described = { ...(title && { title }), ...(tags && { tags }) };
      const path = title || tags ? 'bitlinks' : 'shorten';
      const json = { long_url: target, ...place, ...described };
      const made = await persist(
        () => call(path, Bitlink, { method: 'post', json, signal }),
        signal,
      );
      if (!slug) return shortLink(made);
      const custom = `${domain ?? 'bit.ly'}/${slug}`;
      const named = { custom_bitlink: custom, bitlink_id: made.id };
      await persist(
        () => call('custom_bitlinks', Bitlink.partial(), { method: 'post', json: named, signal }),
        signal,
      );
      return { ...shortLink(made), url: `https://${custom}` };
    },
    async expand(url, { signal } = {}) {
      const json = { bitlink_id: bitlinkId(url) };
      try {
        const found = await persist(
          () => call('expand', Bitlink, { method: 'post', json, signal }),
          signal,
        );
        return shortLink(found);
      } catch (error) {
        if (kindOf(error) === 'gone') return undefined;
        throw error;
      }
    },
    async clicks(url, { unit = 'day', units = 30, signal }: ClicksOptions = {}) {
      const path = `bitlinks/${bitlinkId(url)}/clicks`;
      const query = { unit, units };
      const [summary, series] = await Promise.all([
        persist(() => call(`${path}/summary`, BitlyClickSummary, { query, signal }), signal),
        persist(() => call(path, BitlyClicks, { query, signal }), signal),
      ]);
      return {
        total: summary.total_clicks,
        series: series.link_clicks
          .map(({ date, clicks }) => ({ from: instant(Date.parse(date)), clicks }))
          .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from)),
      };
    },
    async limits({ signal } = {}) {
      const { platform_limits } = await persist(
        () => call('user/platform_limits', BitlyPlatformLimits, { signal }),
        signal,
      );
      return platform_limits.flatMap(({ endpoint, methods }) =>
        methods.map(({ name, limit, count }) => ({
          endpoint,
          method: name,
          limit,
          used: count ?? null,
        })),
      );
    },
  };
}

function shortLink({ id, link, long_url, created_at }: z.output<typeof Bitlink>): ShortLink {
  return {
    id,
    url: link ?? `https://${id}`,
    target: long_url,
    ...(created_at && { createdAt: instant(Date.parse(created_at)) }),
  };
}

/** `bit.ly/3AbCdEf`: without a scheme, and nothing in it that could lead elsewhere. */
function bitlinkId(url: string): string {
  const id = url.replace(/^https?:\/\//i, '').split(/[?#]/)[0] ?? '';
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+\/[\w-]+$/i.test(id)) return id;
  throw new ConfigurationError('invalid-link', {
    message: `"${url}" is not a short link of Bitly`,
    hint: 'Write it like https://bit.ly/3AbCdEf.',
    details: { link: url },
  });
}

function kindOf(error: unknown): string | undefined {
  const failure = AfficheError.isInstance(error) ? error.details['failure'] : undefined;
  return (failure as { readonly kind?: string } | undefined)?.kind;
}
