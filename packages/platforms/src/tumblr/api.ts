import { instant, type RateObservation } from '@affiche/core';
import { networkApi } from '../network-api.ts';
import { tumblrErrors } from './errors.ts';

/** The calls of Tumblr. */
export const tumblr = networkApi({
  host: 'api.tumblr.com',
  headers: (_, { credentials }) => ({
    authorization: `Bearer ${credentials['accessToken'] ?? ''}`,
    // It is required, and must not vary.
    'user-agent': 'affiche',
  }),
  errors: tumblrErrors,
  rates: (headers, refused, now) => [
    ...readWindow(headers, 'perhour', 3600, { refused, now }),
    ...readWindow(headers, 'perday', 86_400, { refused, now }),
  ],
});

function readWindow(
  headers: Headers,
  window: string,
  windowSeconds: number,
  { refused, now }: { readonly refused: boolean; readonly now: number },
): RateObservation[] {
  const number = (field: string) => {
    const text = headers.get(`x-ratelimit-${window}-${field}`);
    return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  const [limit, remaining, seconds] = [number('limit'), number('remaining'), number('reset')];
  if (remaining === undefined) return [];
  return [
    {
      bucket: 'requests',
      // Of the two windows it was the one with nothing left.
      refused: refused && remaining === 0,
      remaining,
      windowSeconds,
      ...(limit !== undefined && { limit }),
      ...(seconds !== undefined && { resetAt: instant(now + seconds * 1000) }),
    },
  ];
}

/** The path of a blog's endpoint, and its name in the error table. */
export function ofBlog(blog: string, rest: string, endpoint = rest) {
  return {
    path: `/v2/blog/${encodeURIComponent(blog)}/${rest}`,
    endpoint: `/v2/blog/:blog/${endpoint}`,
  };
}
