import { price, type PlainDate, type Price, type PriceRule } from '@affiche/core';
import { findUrls } from './url-entities.ts';

/** What X charges an application for a call. */
export interface XPrices {
  /** A post without an address. */
  readonly post: Price;
  /** A post with one or more addresses in its text. */
  readonly postWithUrl: Price;
  /** The words of a picture. */
  readonly mediaMetadata: Price;
}

/** What those who serve themselves pay. */
export const selfServePrices: XPrices = {
  post: price('0.015', 'USD'),
  postWithUrl: price('0.20', 'USD'),
  mediaMetadata: price('0.005', 'USD'),
};

/** Prices as data, with the day on which somebody looked them up: X tells them on a page alone. */
export function priceRules(prices: XPrices, verifiedAt: PlainDate = '2026-11-21'): PriceRule[] {
  const source = { url: 'https://docs.x.com/x-api/getting-started/pricing', verifiedAt };
  return Object.entries(prices).map(([name, each]) => ({
    name,
    price: each,
    confidence: 'official',
    source,
  }));
}

/** What a post with this text costs. */
export function priceOfPost({ post, postWithUrl }: XPrices, text: string): Price {
  return findUrls(text).length > 0 ? postWithUrl : post;
}
